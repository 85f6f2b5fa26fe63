import { OPERATORS } from '#contracts/actor.ts';
import { notFound } from '#contracts/errors.ts';
import { UserId, type WorkspaceId } from '#contracts/ids.ts';
import { partition } from '#data/keys.ts';
import { loadAccess } from '#data/repositories/access.ts';
import { staffActor } from '#domain/me.ts';
import type { Admission } from '../runtime/admission.ts';
import { env } from '../runtime/env.ts';
import { tableClient } from '../tools/table.ts';
import { poolVerifier } from './pool.ts';

const verify = poolVerifier('FOYER_STAFF');

/** Staff: a token of the staff pool, and inside a workspace a living membership in it. */
export const staff: Admission = {
  name: 'staff',
  identify: verify,
  async admit(turn) {
    const userId = UserId.parse(turn.subject);
    const workspaceId = turn.params.workspaceId as WorkspaceId | undefined;
    if (!workspaceId) {
      turn.actor = { type: 'staff_user', userId, operator: turn.groups.includes(OPERATORS) };
      return;
    }
    const client = tableClient({ prefixes: [partition.workspace(workspaceId)] }, turn.spent.access);
    const { access, replay } = await loadAccess(
      client,
      env('FOYER_TABLE'),
      { workspaceId, userId },
      turn.claim,
    );
    if (!access) throw notFound('no membership in this workspace');
    turn.replay = replay;
    turn.actor = staffActor(userId, access);
  },
};
