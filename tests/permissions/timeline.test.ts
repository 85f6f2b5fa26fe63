import { expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import { type RecordKind, recordKinds, recordPermission } from '#contracts/events.ts';
import type { Permission } from '#contracts/permissions.ts';
import type { Route } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import { billing } from '../support/billing.ts';
import { givenCompliance } from '../support/compliance.ts';
import { eventually } from '../support/eventually.ts';
import { bearer, type SignedIn, send, unique } from '../support/given.ts';
import { engineer } from '../support/rates.ts';
import { refused } from '../support/refused.ts';

/** Where each kind of record is read otherwise; a kind without a row does not compile. */
const lists: Record<RecordKind, Route> = {
  client: routes.clients.get,
  contact: routes.contacts.list,
  project: routes.projects.list,
  billing_profile: routes.billingProfiles.list,
  brand: routes.brands.list,
  rate: routes.rates.list,
  client_settings: routes.clientSettings.get,
  note: routes.notes.list,
  follow_up: routes.followUps.list,
  requirement: routes.requirements.list,
  proposal: routes.proposals.list,
  custom_values: routes.customFields.get,
  account_team: routes.accountTeam.list,
  routing: routes.routing.get,
  merge: routes.merges.list,
};

test('A3 the timeline tells of a kind of record by the key of its list', () => {
  for (const kind of recordKinds) {
    // The list of projects is open to whoever sees clients, and empty without the key.
    const { permission } = kind === 'project' ? routes.projects.get : lists[kind];
    expect([kind, recordPermission[kind]]).toEqual([kind, permission]);
  }
});

const keys = [...new Set(Object.values(recordPermission))];
/** Without these there is no client, and no timeline, to look at. */
const needed: Permission[] = ['clients.view', 'clients.view_all', 'timeline.view'];

/** A client with a record of nearly every kind, all told of by now. */
async function givenMuch() {
  const given = await givenCompliance();
  const { api, params, person } = given;
  const name = unique('Nadia');
  const { data: contact } = await api.contacts.create({
    params,
    body: { firstName: name, emails: [`${name}@acme.test`.toLowerCase()], phones: ['+49 30 1234567'] },
  });
  if (!contact) throw new Error('no contact');
  await api.notes.create({ params, body: { kind: 'call', body: 'x', contactId: contact.id } });
  await api.followUps.create({ params, body: { what: 'Send it', dueOn: '2026-12-01' } });
  await api.rates.change({ params, body: { put: [engineer()] } });
  await api.projects.create({ params, body: { name: 'Relaunch' } });
  await api.brands.create({ params, body: { name: 'Bolt' } });
  await api.billingProfiles.create({ params, body: billing });
  await api.accountTeam.create({
    params,
    body: { userId: person.userId, role: 'lead', since: '2026-01-01' },
  });
  const rule = { event: 'invoice_sent' as const, brandId: null, to: ['billing' as const], cc: [] };
  await api.routing.update({ params, body: { rules: [rule] }, ifMatch: 0 });
  await given.standard();
  await given.assign();
  const kindsOf = async (as: SignedIn) =>
    [...new Set((await toldTo(as)).map(({ record }) => record.kind))].sort();
  const toldTo = async (as: SignedIn) => (await as.api.activity.ofClient({ params })).data?.data ?? [];
  const all: RecordKind[] = [
    ...(['account_team', 'billing_profile', 'brand', 'client', 'contact', 'follow_up', 'note'] as const),
    ...(['project', 'rate', 'requirement', 'routing'] as const),
  ];
  await eventually(
    () => kindsOf(given),
    (kinds) => all.every((kind) => kinds.includes(kind)),
  );
  const role = async (permissions: Permission[]) => {
    const { data: table } = await api.roles.list({ params });
    const key = unique('role').replace('-', '_');
    await api.roles.create({ params, ifMatch: table?.version ?? 0, body: { key, name: key, permissions } });
    return given.join(key);
  };
  return { ...given, name, contact, kindsOf, toldTo, role };
}

test('A3 T1 whatever a role lacks, its timeline tells of just what it can list', async () => {
  const { params, kindsOf, role, ...given } = await givenMuch();
  const everything = await kindsOf(given);
  const others = keys.filter((key) => !needed.includes(key));
  expect(others.length).toBeGreaterThan(3);
  for (const lacking of [...others.map((key) => [key]), others, []]) {
    const held = others.filter((key) => !lacking.includes(key));
    const extra: Permission[] = held.includes('projects.view') ? ['projects.view_all'] : [];
    const reader = await role([...needed, ...held, ...extra]);
    const listed = await Promise.all(
      everything.map(async (kind) => {
        const url = urlOf(lists[kind], { params });
        const { status, json } = await send('GET', url, { headers: bearer(reader.token) });
        return status === 200 && !(kind === 'project' && json.data.length === 0) ? [kind] : [];
      }),
    );
    expect([lacking, await kindsOf(reader)]).toEqual([lacking, listed.flat()]);
  }
});

test('A3 without stakeholders.view neither timeline, notes nor follow-ups say who the people of a client are', async () => {
  const { api, params, role, name, contact } = await givenMuch();
  const keysOfClerk: Permission[] = [...needed, 'timeline.note'];
  const clerk = await role(keysOfClerk);
  const told = async (as: SignedIn) => {
    const answers = await Promise.all([
      as.api.activity.ofClient({ params, query: { limit: 50 } }),
      as.api.notes.list({ params }),
      as.api.followUps.list({ params, query: { state: 'open' } }),
    ]);
    return JSON.stringify(answers.map(({ data }) => data));
  };
  const owner = await told({ ...clerk, api });
  for (const word of [name, name.toLowerCase(), contact.phones[0]]) expect(owner).toContain(word);
  const seen = await told(clerk);
  for (const word of [name, name.toLowerCase(), contact.phones[0]]) expect(seen).not.toContain(word);
  expect(seen).toContain('note.created');
  const at = { ...params, contactId: contact.id };
  expect(await refused(clerk.api.notes.ofContact({ params: at }))).toEqual([403, 'forbidden']);
});
