import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { InvitationFace } from '#contracts/schemas/invitation.ts';
import { Strip } from '#ui/Strip.tsx';
import { Door } from '../session/Door.tsx';
import { session } from '../session/session.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import classes from './joining.module.css';
import { acceptAsMyself } from './queries.ts';
import { useJoinRefusal } from './useJoinRefusal.ts';

/** Signed in with the invited address: one press is all it takes. */
export function JoinAsMyself({ token, face }: { token: string; face: InvitationFace }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const refusal = useJoinRefusal(token);
  const { workspace, invitedBy, email } = face;
  const joining = useMutation({
    mutationFn: () => acceptAsMyself(token),
    onSuccess: () => void navigate({ to: '/', replace: true }),
  });
  return (
    <Door
      title={t`Join ${workspace}`}
      lead={
        <Trans>
          {invitedBy} invited you. You are signed in as <strong>{email}</strong>.
        </Trans>
      }
    >
      {joining.isError ? (
        <div className={classes.problem} role="alert">
          <Strip tone="bad">{refusal(joining.error)}</Strip>
        </div>
      ) : null}
      <div className={classes.ways}>
        <Button size="md" fullWidth loading={joining.isPending} onClick={() => joining.mutate()}>
          <Trans>Join</Trans>
        </Button>
        <LinkButton size="md" fullWidth variant="default" href="/clients">
          <Trans>Not now</Trans>
        </LinkButton>
      </div>
    </Door>
  );
}

/** Signed in as somebody else: said plainly, as an invitation is for one address only. */
export function WrongAccount({ face, email }: { face: InvitationFace; email: string }) {
  const { t } = useLingui();
  const { workspace, email: invited } = face;
  const leave = useMutation({
    mutationFn: () => session.end(),
    // The page anew forgets all that it held of the account that has just left.
    onSettled: () => window.location.reload(),
  });
  return (
    <Door
      title={t`This invitation is for another address`}
      lead={
        <Trans>
          {workspace} invited <strong>{invited}</strong>. You are signed in as <strong>{email}</strong>.
        </Trans>
      }
    >
      <div className={classes.ways}>
        <Button size="md" fullWidth loading={leave.isPending} onClick={() => leave.mutate()}>
          <Trans>Sign out and accept</Trans>
        </Button>
        <LinkButton size="md" fullWidth variant="default" href="/clients">
          <Trans>Stay signed in</Trans>
        </LinkButton>
      </div>
    </Door>
  );
}
