import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { InvitationFace } from '#contracts/schemas/invitation.ts';
import { Door } from '../session/Door.tsx';
import { LinkButton } from '../shell/LinkButton.tsx';

/** An invitation that leads in no more: why, and what helps now. */
export function ClosedInvitation({ face, isIn }: { face: InvitationFace; isIn: boolean }) {
  const { t } = useLingui();
  const { state, workspace, invitedBy, email } = face;
  const words: Record<Exclude<InvitationFace['state'], 'open'>, { title: string; lead: ReactNode }> = {
    expired: {
      title: t`This invitation has expired`,
      lead: (
        <Trans>
          It was open for 7 days. Ask {invitedBy} at {workspace} to send it again; the new mail brings a new
          link.
        </Trans>
      ),
    },
    accepted: {
      title: t`This invitation was used`,
      lead: (
        <Trans>
          Somebody has joined {workspace} with it already. If that was you, sign in as{' '}
          <strong>{email}</strong>.
        </Trans>
      ),
    },
    revoked: {
      title: t`This invitation was taken back`,
      lead: (
        <Trans>
          {workspace} no longer expects you with this link. If you think that is a mistake, ask {invitedBy}.
        </Trans>
      ),
    },
  };
  if (state === 'open') return null;
  return (
    <Door {...words[state]}>
      <WayOn isIn={isIn} />
    </Door>
  );
}

/** A link that no invitation answers to: cut short, replaced by a newer one, or made up. */
export function UnknownInvitation() {
  const { t } = useLingui();
  return (
    <Door
      title={t`This link leads nowhere`}
      lead={
        <Trans>
          It may have been cut short by a mail program, or a newer mail has replaced it. Open the link of the
          newest mail, or ask whoever invited you to send it again.
        </Trans>
      }
    >
      <WayOn isIn={false} />
    </Door>
  );
}

const WayOn = ({ isIn }: { isIn: boolean }) => (
  <LinkButton size="md" fullWidth variant="default" href={isIn ? '/clients' : '/sign-in'}>
    {isIn ? <Trans>Go to your workspace</Trans> : <Trans>Go to sign in</Trans>}
  </LinkButton>
);
