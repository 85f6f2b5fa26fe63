import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { ApiError } from '#contracts/client.ts';
import type { Member, MemberPatch } from '#contracts/schemas/member.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { useRoles } from '../roles/useRoles.ts';
import { api, bodyOf } from '../session/api.ts';
import { meQuery, useHere } from '../session/me.ts';
import { memberList, refreshMembers } from './queries.ts';

export interface MemberChange {
  member: Member;
  patch: MemberPatch;
}

/** A change that waits for somebody to take over the clients of the member. */
export interface OwningChange extends MemberChange {
  clients: number;
}

/** Gives a member another role, or says whether he may come in; it counts with that person's next request. */
export function useMemberChange(onOwning?: (asked: OwningChange) => void) {
  const { i18n } = useLingui();
  const { workspaceId, user } = useHere();
  const { choices } = useRoles();
  const label = (role: string) => choices.find(({ key }) => key === role)?.label ?? role;

  return useMutation({
    mutationFn: async ({ member, patch }: MemberChange) =>
      bodyOf(
        await api.members.update({
          params: { workspaceId, userId: member.userId },
          body: patch,
          ifMatch: member.version,
        }),
      ),
    onSuccess: (member, { patch }) => {
      queryClient.setQueryData(memberList(workspaceId).queryKey, (old) =>
        old?.map((one) => (one.userId === member.userId ? member : one)),
      );
      void refreshMembers(workspaceId);
      if (member.userId === user.id) void queryClient.invalidateQueries(meQuery);
      if (patch.role) {
        toast.ok(
          <Trans>
            {member.name} is now {label(member.role)}
          </Trans>,
        );
      } else if (patch.status === 'active') toast.ok(<Trans>{member.name} may come in again</Trans>);
      else toast.ok(<Trans>{member.name} is out with the next click</Trans>);
    },
    onError: (error, change) => {
      if (error instanceof ApiError && error.code === 'owns_clients' && onOwning) {
        onOwning({ ...change, clients: Number(error.problem?.clients ?? 0) });
        return;
      }
      toast.fail(errorText(i18n, error));
      void refreshMembers(workspaceId);
    },
  });
}
