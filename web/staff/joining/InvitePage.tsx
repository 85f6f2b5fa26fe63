import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import { ErrorPage } from '#ui/ErrorBoundary.tsx';
import { Door } from '../session/Door.tsx';
import { meQuery } from '../session/me.ts';
import { session } from '../session/session.ts';
import { ClosedInvitation, UnknownInvitation } from './ClosedInvitation.tsx';
import { JoinAsKnown } from './JoinAsKnown.tsx';
import { JoinAsMyself, WrongAccount } from './JoinAsMyself.tsx';
import { JoinAsNew } from './JoinAsNew.tsx';
import classes from './joining.module.css';
import { invitationFace } from './queries.ts';

export const route = createLazyRoute('/invite/$token')({ component: InvitePage });

/** What the link of the mail opens: a way in, for whoever it was meant for, or why it is none any more. */
function InvitePage() {
  const { t } = useLingui();
  const { token } = route.useParams();
  const { data: face, error, isError, refetch } = useQuery(invitationFace(token));
  // As it was on arrival: whoever signs in below stays in that form until he has joined.
  const [isIn] = useState(() => session.state() === 'in');
  const me = useQuery({ ...meQuery, enabled: isIn });
  const user = isIn ? me.data?.user : undefined;

  if (isError) {
    // A token that is nobody's, or none at all, as when the mail program cut the link.
    const isUnknown = error instanceof ApiError && (error.status === 404 || error.status === 422);
    if (isUnknown) return <UnknownInvitation />;
    return (
      <main className={classes.whole}>
        <title>{t`Error`}</title>
        <ErrorPage error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (!face || (isIn && me.isPending)) return <Waiting />;
  if (face.state !== 'open') return <ClosedInvitation face={face} isIn={isIn} />;
  if (user?.email === face.email) return <JoinAsMyself token={token} face={face} />;
  if (user) return <WrongAccount face={face} email={user.email} />;
  return face.known ? <JoinAsKnown token={token} face={face} /> : <JoinAsNew token={token} face={face} />;
}

function Waiting() {
  const { t } = useLingui();
  return (
    <Door title={t`Your invitation`} lead={<Trans>One moment.</Trans>}>
      <div className={classes.waiting} aria-busy="true" role="status" aria-label={t`Loading`}>
        <div data-skeleton>
          <Skeleton height={44} radius={6} />
        </div>
        <div data-skeleton>
          <Skeleton height={40} radius={6} />
        </div>
      </div>
    </Door>
  );
}
