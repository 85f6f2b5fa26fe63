import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import { connect } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { contactRepository } from '#data/repositories/contacts.ts';
import { everyWorkspace } from '#data/repositories/tenants.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as RoleChanges from '#domain/role-changes.ts';
import { env } from '../runtime/env.ts';
import { scheduled } from '../runtime/schedule.ts';

const documents = connect();

/**
 * Makes the changes of roles that were planned for today, in every workspace, each inside its own walls and on
 * the day it has there; one that fails holds up no other.
 */
export const handler = scheduled(async (clock) => {
  const table = env('FOYER_TABLE');
  const directory = guarded(documents, { prefixes: [partition.workspaces] });
  const counted = { workspaces: 0, changes: 0 };
  const failures: unknown[] = [];
  for await (const workspaceId of everyWorkspace(directory, env('FOYER_DIRECTORY'))) {
    const client = guarded(documents, { prefixes: [partition.workspace(workspaceId)] });
    const db = { client, table, workspaceId, limits: unlimited, commit: committer(client, table, null) };
    const data = {
      clients: clientRepository(db),
      contacts: contactRepository(db),
      workspaces: workspaceRepository(db),
    };
    try {
      counted.changes += await RoleChanges.applyPlanned({ clock, data });
    } catch (error) {
      failures.push(error);
    }
    counted.workspaces += 1;
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some planned changes could not be made');
  return counted;
});
