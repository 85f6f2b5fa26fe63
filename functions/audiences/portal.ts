import { notFound } from '#contracts/errors.ts';
import { type ClientId, UserId, type WorkspaceId } from '#contracts/ids.ts';
import { partition } from '#data/keys.ts';
import { loadPortalAccess } from '#data/repositories/portal.ts';
import type { Admission } from '../runtime/admission.ts';
import { env } from '../runtime/env.ts';
import { tableClient } from '../tools/table.ts';
import { poolVerifier } from './pool.ts';

const verify = poolVerifier('FOYER_PORTAL');

/** Contacts of clients: a token of the portal pool, and inside a company a living access to its portal. */
export const portalUser: Admission = {
  name: 'portal',
  identify: verify,
  async admit(turn) {
    const userId = UserId.parse(turn.subject);
    const { workspaceId, clientId } = turn.params as { workspaceId?: WorkspaceId; clientId?: ClientId };
    if (!workspaceId || !clientId) {
      turn.actor = { type: 'portal_user', userId };
      return;
    }
    // The workspace's own record says whether its portal is open at all; nothing below it is within reach.
    const scope = {
      prefixes: [partition.portal(workspaceId, clientId)],
      exact: [partition.workspace(workspaceId)],
    };
    const client = tableClient(scope, turn.spent.access);
    const access = await loadPortalAccess(client, env('FOYER_TABLE'), { workspaceId, clientId, userId });
    if (!access) throw notFound('no access to this portal');
    const sections = new Set(access.sections);
    turn.actor = { type: 'portal', userId, name: access.name, workspaceId, clientId, sections };
  },
};
