import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ApiError } from '#contracts/client.ts';
import type { Invitation } from '#contracts/schemas/invitation.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import classes from './members.module.css';
import { refreshInvitations } from './queries.ts';

/** An invitation that is not closed can be sent anew, even after its time, and taken back. */
export function InvitationActions({ invitation }: { invitation: Invitation }) {
  const { t, i18n } = useLingui();
  const { workspaceId } = useHere();
  const { id, email, state, version } = invitation;
  const params = { workspaceId, invitationId: id };
  const onSettled = () => void refreshInvitations(workspaceId);
  const onError = (error: unknown) => {
    const isTooOften = error instanceof ApiError && error.code === 'rate_limited';
    toast.fail(
      isTooOften
        ? t`This invitation was sent often enough today. Try again tomorrow.`
        : errorText(i18n, error),
    );
  };

  const resend = useMutation({
    mutationFn: async () => bodyOf(await api.invitations.resend({ params, ifMatch: version })),
    onSuccess: ({ delivery }) => {
      if (delivery === 'sent') toast.ok(<Trans>Sent again to {email}. The link before works no more.</Trans>);
      else toast.fail(<Trans>The mail to {email} could not be sent.</Trans>);
    },
    onError,
    onSettled,
  });
  const revoke = useMutation({
    mutationFn: () => api.invitations.revoke({ params, ifMatch: version }),
    onSuccess: () => toast.ok(<Trans>The invitation of {email} was taken back</Trans>),
    onError,
    onSettled,
  });

  if (state !== 'open' && state !== 'expired') return null;
  const busy = resend.isPending || revoke.isPending;
  return (
    <span className={classes.actions}>
      <Button
        size="xs"
        variant="default"
        aria-label={t`Resend to ${email}`}
        loading={resend.isPending}
        disabled={busy}
        onClick={() => resend.mutate()}
      >
        <Trans>Resend</Trans>
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        c="dimmed"
        aria-label={t`Revoke the invitation of ${email}`}
        loading={revoke.isPending}
        disabled={busy}
        onClick={() => revoke.mutate()}
      >
        <Trans>Revoke</Trans>
      </Button>
    </span>
  );
}
