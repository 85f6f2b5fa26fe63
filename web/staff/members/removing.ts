import type { WorkspaceId } from '#contracts/ids.ts';
import type { Member } from '#contracts/schemas/member.ts';
import { api, bodyOf } from '../session/api.ts';

interface Removal {
  workspaceId: WorkspaceId;
  member: Member;
  /** Who owns the clients from then on; absent where there is nothing to own. */
  successor: Member | undefined;
  onMoved: (moved: number) => void;
}

/** Rounds without a single move, when everything left is being changed by others at the same time. */
const PATIENCE = 5;

/**
 * Takes a member out in the order in which it is safe: he comes in no more, his clients go to the successor a
 * batch at a time, then he goes. Broken off anywhere, it can be begun again.
 * @throws {ApiError} of the step that was refused
 */
export async function removeMember({ workspaceId, member, successor, onMoved }: Removal): Promise<void> {
  const params = { workspaceId, userId: member.userId };
  const out =
    member.status === 'disabled'
      ? member
      : bodyOf(
          await api.members.update({
            params,
            body: { status: 'disabled', handOverTo: successor?.userId },
            ifMatch: member.version,
          }),
        );
  if (successor) await handOverAll({ workspaceId, member, successor, onMoved });
  await api.members.remove({ params, ifMatch: out.version });
}

/**
 * Gives all that is a member's to a successor, a batch at a time.
 * @throws {ApiError} of the step that was refused
 */
export async function handOverAll({
  workspaceId,
  member,
  successor,
  onMoved,
}: Removal & { successor: Member }): Promise<void> {
  const params = { workspaceId, userId: member.userId };
  let total = 0;
  let idle = 0;
  let left = true;
  while (left && idle < PATIENCE) {
    const progress = bodyOf(await api.members.handOver({ params, body: { to: successor.userId } }));
    total += progress.moved;
    idle = progress.moved === 0 ? idle + 1 : 0;
    left = progress.left;
    onMoved(total);
  }
}
