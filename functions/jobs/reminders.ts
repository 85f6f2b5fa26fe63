import { systemClock } from '#cloud/clock.ts';
import { mailQueue } from '#cloud/queue.ts';
import { unlimited } from '#contracts/limits.ts';
import { committer } from '#data/commit.ts';
import { connect } from '#data/documents.ts';
import { guarded } from '#data/guard.ts';
import { partition } from '#data/keys.ts';
import { loadAccess } from '#data/repositories/access.ts';
import { clientSettingsRepository } from '#data/repositories/client-settings.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { reminderRepository } from '#data/repositories/reminders.ts';
import { requirementRepository } from '#data/repositories/requirements.ts';
import { standardRepository } from '#data/repositories/standards.ts';
import { everyWorkspace } from '#data/repositories/tenants.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as Reminders from '#domain/reminder-run.ts';
import { env } from '../runtime/env.ts';
import { scheduled } from '../runtime/schedule.ts';

const documents = connect();

/** Reminds of what falls due in every workspace, each inside its own walls; one that fails holds up no other. */
export const handler = scheduled(async (clock) => {
  const table = env('FOYER_TABLE');
  const mail = mailQueue(env('FOYER_MAIL_QUEUE'));
  const directory = guarded(documents, { prefixes: [partition.workspaces] });
  const counted = { workspaces: 0, letters: 0 };
  const failures: unknown[] = [];
  for await (const workspaceId of everyWorkspace(directory, env('FOYER_DIRECTORY'))) {
    const client = guarded(documents, { prefixes: [partition.workspace(workspaceId)] });
    const commit = committer(client, table, null);
    const db = { client, table, workspaceId, limits: unlimited, commit };
    const data = {
      clients: clientRepository(db),
      clientSettings: clientSettingsRepository(db),
      reminders: reminderRepository(db),
      requirements: requirementRepository(db),
      standards: standardRepository(db),
      workspaces: workspaceRepository(db),
    };
    const accessOf = async (userId: Parameters<typeof loadAccess>[2]['userId']) =>
      (await loadAccess(client, table, { workspaceId, userId }, null)).access;
    try {
      counted.letters += await Reminders.remind({ clock, wall: systemClock, mail, data, accessOf });
    } catch (error) {
      failures.push(error);
    }
    counted.workspaces += 1;
  }
  if (failures.length > 0) throw new AggregateError(failures, 'some reminders could not be sent');
  return counted;
});
