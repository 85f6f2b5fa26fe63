import { Refusal } from '#contracts/errors.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { RoleHistory } from '#contracts/schemas/contact.ts';
import { dayIn, zoneOf } from './client-days.ts';
import { type ClientReader, get as getClient } from './clients.ts';
import { givenUp } from './contact-places.ts';
import { ended, rolesOn, sameRoles, spansOf, todayOf } from './contact-roles.ts';
import { type ContactReader, type ContactRecord, type ContactWriter, PLACES_MOVED } from './contact-store.ts';
import { find } from './contacts.ts';
import type { Clock, Deps } from './deps.ts';
import { nextVersion, whileMoving } from './records.ts';
import type { WorkspaceReader } from './workspaces.ts';

/**
 * What a contact was, is and is to be, exact by day.
 * @throws {Refusal} `not_found`
 */
export async function history(
  deps: Deps<{ clients: ClientReader; contacts: ContactReader; workspaces: WorkspaceReader }>,
  clientId: ClientId,
  contactId: ContactId,
): Promise<RoleHistory> {
  const { data } = deps;
  await getClient(deps, clientId);
  const contact = await find(deps, clientId, contactId);
  const past = await data.contacts.past(clientId, contactId);
  const known = dayIn(zoneOf(await data.workspaces.get()), contact.createdAt);
  return { spans: spansOf(contact, past, known), planned: contact.planned };
}

/** Who does what is planned when its day has come. */
const scheduler = { type: 'system', name: 'Planned change' } as const;

export interface PlanReader {
  /** Contacts with a change that is planned for a day up to this one. */
  planned(until: string, page: PageRequest): Promise<Page<{ clientId: ClientId; contactId: ContactId }>>;
}

interface Tools {
  /** The time of the schedule: decides which day it is. */
  clock: Clock;
  data: {
    clients: ClientReader;
    contacts: ContactReader & ContactWriter & PlanReader;
    workspaces: WorkspaceReader;
  };
}

/**
 * Makes the changes of roles whose day has come in the workspace, each once: what is made is planned no more, in
 * the same write. A change that cannot be made is marked as failed and told so. What somebody edits meanwhile,
 * and what is in the trash, waits for the next run.
 * @returns how many were made or failed
 */
export async function applyPlanned(tools: Tools): Promise<number> {
  const { data } = tools;
  const today = await todayOf(tools);
  let [settled, cursor]: [number, string | null] = [0, null];
  do {
    const due: Awaited<ReturnType<PlanReader['planned']>> = await data.contacts.planned(today, {
      cursor: cursor ?? undefined,
    });
    for (const { clientId, contactId } of due.data) {
      if (await settle(tools, clientId, contactId, today)) settled += 1;
    }
    cursor = due.page.next;
  } while (cursor !== null);
  return settled;
}

async function settle(tools: Tools, clientId: ClientId, contactId: ContactId, today: string) {
  const { clock, data } = tools;
  const client = await data.clients.get(clientId);
  const before = await data.contacts.get(clientId, contactId);
  const planned = before?.planned;
  if (!client || client.deletedAt || !before || !planned) return false;
  if (planned.failed !== null || planned.from > today) return false;
  const by = { actor: scheduler, clock };
  const next = (changed: ContactRecord) => nextVersion(by, before, changed);
  const after = next({ ...before, ...rolesOn(before, today), planned: null });
  const past = sameRoles(before, after)
    ? null
    : ended(await data.contacts.past(clientId, contactId), before, planned.from);
  const make = () =>
    whileMoving(PLACES_MOVED, async () => {
      const others = await givenUp({ ...by, data }, clientId, before.flags, after.flags);
      await data.contacts.update({ before, after, past }, null, others);
    });
  if (await held(make, ['version_conflict', 'flag_taken'])) return true;
  // Either somebody else has the place, or somebody edits: then this is too late as well.
  const failed = next({ ...before, planned: { ...planned, failed: 'flag_taken' } });
  return held(
    () => data.contacts.update({ before, after: failed, past: null }, null, []),
    ['version_conflict'],
  );
}

/** Whether a write went through; only the refusals that are foreseen say no. */
async function held(write: () => Promise<void>, foreseen: readonly string[]): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof Refusal && foreseen.includes(error.code)) return false;
    throw error;
  }
}
