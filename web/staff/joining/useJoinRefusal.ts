import { useLingui } from '@lingui/react/macro';
import { ApiError } from '#contracts/client.ts';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { invitationFace } from './queries.ts';

/** Why somebody could not join, in words; what has become of the invitation is looked up again. */
export function useJoinRefusal(token: string) {
  const { t, i18n } = useLingui();
  return (error: unknown): string => {
    const code = error instanceof ApiError ? error.code : undefined;
    switch (code) {
      case 'limit_reached':
        return t`The workspace has no seat left. Ask whoever invited you to make room, then try again.`;
      case 'already_member':
        void queryClient.invalidateQueries(invitationFace(token));
        return t`This address can sign in already. Sign in to accept.`;
      case 'invitation_closed':
      case 'not_found':
        void queryClient.invalidateQueries(invitationFace(token));
        return t`This invitation is no longer open.`;
      case 'forbidden':
        return t`This invitation is for another address than the one you are signed in with.`;
      default:
        return errorText(i18n, error);
    }
  };
}
