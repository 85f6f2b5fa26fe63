import type { StaffActor, SystemActor } from '#contracts/actor.ts';
import { type SoleFlag, soleFlags } from '#contracts/contact-flags.ts';
import { dayAfter } from '#contracts/days.ts';
import { Refusal } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import { ended, hasLeft, todayOf } from './contact-roles.ts';
import type { ContactChange, ContactReader, ContactRecord } from './contact-store.ts';
import type { Clock } from './deps.ts';
import { nextVersion } from './records.ts';
import type { WorkspaceReader } from './workspaces.ts';

interface Tools {
  actor: StaffActor | SystemActor;
  clock: Clock;
  data: { contacts: ContactReader; workspaces: WorkspaceReader };
}

const words: Record<SoleFlag, string> = { communication_owner: 'communication owner' };

/**
 * Who gives up, with a change, the roles of which there is one and which it grants: whoever has left keeps none.
 * @throws {Refusal} `flag_taken`, naming who has it
 */
export async function givenUp(
  tools: Tools,
  clientId: ClientId,
  before: readonly string[],
  after: readonly string[],
): Promise<ContactChange[]> {
  const granted = soleFlags.filter((flag) => after.includes(flag) && !before.includes(flag));
  const changes: ContactChange[] = [];
  for (const flag of granted) {
    const holder = await tools.data.contacts.holder(clientId, flag);
    if (!holder) continue;
    if (!hasLeft(holder, await todayOf(tools))) throw flagTaken(flag, holder.name);
    changes.push(await without(tools, holder, [flag]));
  }
  return changes;
}

/** Somebody without roles that he had until his last day. */
async function without(
  tools: Tools,
  before: ContactRecord,
  flags: readonly string[],
): Promise<ContactChange> {
  const { id, clientId, leftOn } = before;
  const kept = before.flags.filter((flag) => !flags.includes(flag));
  const known = await tools.data.contacts.past(clientId, id);
  return {
    before,
    after: nextVersion(tools, before, { ...before, flags: kept }),
    past: leftOn === null ? null : ended(known, before, dayAfter(leftOn)),
  };
}

function flagTaken(flag: SoleFlag, name: string): Refusal {
  const detail = `${name} is the ${words[flag]} of this client.`;
  const message = `are in part those of ${name}, who is the ${words[flag]}`;
  return new Refusal('flag_taken', {
    detail,
    errors: [{ pointer: '/flags', code: 'flag_taken', message }],
    extra: { holder: name },
  });
}
