import { frozenClock, systemClock } from '#cloud/clock.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { BuiltInRole } from '#contracts/roles.ts';
import { ClientCreate } from '#contracts/schemas/client.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import * as AccountTeam from '#domain/account-team.ts';
import * as ClientSettings from '#domain/client-settings.ts';
import * as Clients from '#domain/clients.ts';
import * as Contacts from '#domain/contacts.ts';
import type { Clock } from '#domain/deps.ts';
import * as FollowUps from '#domain/follow-ups.ts';
import * as Notes from '#domain/notes.ts';
import * as Projects from '#domain/projects.ts';
import * as Rates from '#domain/rates.ts';
import type { Person } from '#domain/workspaces.ts';
import type { World } from '../world.ts';
import { demoTeam } from './account-team.ts';
import type { DemoClient } from './clients.ts';
import { demoContacts, portalEmails } from './contacts.ts';
import { demoFollowUps } from './follow-ups.ts';
import { demoNotes } from './notes.ts';
import { demoProjects } from './projects.ts';
import { demoRates } from './rates.ts';
import { seedCompanies, seedFamilies } from './seed-companies.ts';
import { seedRequirements, seedStandards } from './seed-compliance.ts';
import { demoCard, demoDefaults, demoSettings } from './settings.ts';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const AT_ONCE = 8;

type Staff = readonly { person: Person; role: BuiltInRole }[];

/** Gives the demo its clients with a past, step by step through the rules of the product. */
export async function seedClients(
  world: World,
  workspaceId: WorkspaceId,
  staff: Staff,
  clients: readonly DemoClient[],
): Promise<void> {
  const [founder] = staff;
  if (!founder) throw new Error('a demo workspace needs somebody');
  const founding = (clock: Clock) => world.acting(workspaceId, founder.person, founder.role, clock);
  await ClientSettings.updateDefaults(founding(frozenClock()), demoDefaults, 0);
  await Rates.change(founding(frozenClock()), 'card', { put: [...demoCard], remove: [] });
  await seedStandards(founding(systemClock));
  const ids = new Map<string, ClientId>();
  const waiting = clients.map((client, index) => ({ client, index }));
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      ids.set(next.client.code, await seedClient(world, workspaceId, staff, next.client, next.index));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await seedFamilies(founding(systemClock), ids);
}

const tagSets = [['Retainer'], ['Industrial', 'Retainer'], [], ['Priority'], ['Onboarding']];
const industries = [
  'Industrial automation',
  'Food and drink',
  'Architecture',
  'Logistics',
  'Health',
  'Retail',
];

async function seedClient(
  world: World,
  workspaceId: WorkspaceId,
  staff: Staff,
  client: DemoClient,
  index: number,
): Promise<ClientId> {
  /** Whoever of those who may edit has the turn, so many days ago. */
  const as = (turn: number, daysAgo: number) => {
    const editors = staff.filter(({ role }) => role !== 'basic' && role !== 'viewer');
    const actor = editors[turn % editors.length] ?? staff[0];
    if (!actor) throw new Error('a demo workspace needs somebody');
    const clock = frozenClock(new Date(Date.now() - daysAgo * DAY_MS).toISOString());
    return world.acting(workspaceId, actor.person, actor.role, clock);
  };
  const { owner, daysAgo, status, address, ...fields } = client;
  const input = ClientCreate.parse({
    ...fields,
    addresses: [{ kind: 'billing', ...address }],
    ownerId: staff[owner]?.person.userId,
    industry: industries[index % industries.length],
  });
  let record = await Clients.create(as(0, daysAgo), input);

  const people: Contact[] = [];
  for (const contact of demoContacts(client, index)) {
    people.push(await Contacts.create(as(index, daysAgo - 0.5), record.id, contact));
  }
  record = await Clients.get(as(0, daysAgo), record.id);

  if (status !== 'pending') {
    record = await Clients.setStatus(as(1, daysAgo * 0.8), record.id, { status: 'active' }, record.version);
  }
  if (status === 'inactive') {
    const change = { status, reason: 'Contract ended' } as const;
    record = await Clients.setStatus(as(2, daysAgo * 0.3), record.id, change, record.version);
  }
  const lately = ((index * index * 97 + 12) * MINUTE_MS) / DAY_MS;
  const tags = tagSets[index % tagSets.length];
  if (lately < daysAgo * 0.25) await Clients.update(as(index, lately), record.id, { tags }, record.version);

  for (const { members, starts, ends, ...project } of demoProjects(client)) {
    const [startsOn, endsOn] = [dayFromNow(starts), dayFromNow(ends)];
    const memberIds = members.flatMap((place) => staff[place]?.person.userId ?? []);
    await Projects.create(as(index, Math.max(1, -starts)), record.id, {
      ...project,
      startsOn,
      endsOn,
      memberIds,
    });
  }

  for (const { member, role, since } of demoTeam(client)) {
    const userId = staff[member]?.person.userId;
    const place = { role, since: dayFromNow(-since) };
    if (userId) await AccountTeam.create(as(index, since), record.id, { ...place, userId });
  }

  await seedCompanies(as(index, daysAgo * 0.5), client, record.id);

  const rates = demoRates(client).map(({ begins, ends, ...rate }) => ({
    ...rate,
    effectiveFrom: dayFromNow(begins),
    effectiveTo: ends === undefined ? null : dayFromNow(ends),
  }));
  if (rates.length > 0) await Rates.change(as(0, daysAgo * 0.5), record.id, { put: rates, remove: [] });

  const settings = demoSettings(client);
  if (settings) {
    const { version } = await ClientSettings.get(as(0, daysAgo * 0.4), record.id);
    await ClientSettings.update(as(0, daysAgo * 0.4), record.id, settings, version);
  }

  for (const { turn, daysAgo: written, wasDaysAgo = written, about, ...note } of demoNotes(client)) {
    await Notes.create(as(turn, written), record.id, {
      ...note,
      occurredAt: new Date(Date.now() - wasDaysAgo * DAY_MS).toISOString(),
      contactId: about === undefined ? null : (people[about]?.id ?? null),
    });
  }

  for (const { what, owner: keeper, due, snoozed, done } of demoFollowUps(client)) {
    const ownerId = staff[keeper]?.person.userId;
    const promise = { what, dueOn: dayFromNow(due), ownerId };
    const made = await FollowUps.create(as(index, Math.max(1, 5 - due)), record.id, promise);
    const change = {
      ...(snoozed !== undefined && { snoozedUntil: dayFromNow(snoozed) }),
      ...(done && { done }),
    };
    const isChanged = Object.keys(change).length > 0;
    if (isChanged) await FollowUps.update(as(keeper, 0.5), record.id, made.id, change, made.version);
  }
  await seedRequirements(as(0, Math.min(daysAgo * 0.4, 290)), client, record.id, dayFromNow);

  for (const contact of people.filter(({ emails }) => emails.some(isPortalEmail))) {
    const sections = contact.flags.includes('billing')
      ? (['portal.dashboard', 'portal.invoices'] as const)
      : undefined;
    await world.portalPerson({ workspaceId, clientId: record.id }, contact, sections && [...sections]);
  }
  return record.id;
}

const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const isPortalEmail = (email: string) => Object.values<string>(portalEmails).includes(email);
