import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiError } from '#contracts/client.ts';
import type { ClientId, ContactId, ProjectId } from '#contracts/ids.ts';
import { verifyWorkspace } from '#data/verify.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, type SignedIn, world } from '../support/given.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

const kinds = [
  'create',
  'update',
  'owner',
  'status',
  'trash',
  'restore',
  'addContact',
  'updateContact',
  'makePrimary',
  'removeContact',
  'addProject',
  'updateProject',
  'removeProject',
] as const;

/** One thing that one of two people does to one of the clients; small numbers choose among what is there. */
const op = fc.record({
  kind: fc.constantFrom(...kinds),
  actor: fc.nat(1),
  client: fc.nat(3),
  contact: fc.nat(3),
  /** Who of the four shall own a client, or be in a project. */
  owner: fc.nat(3),
  members: fc.subarray([0, 1, 2, 3]),
  word: fc.nat(5),
  /** Whether the version he saw is an old one. */
  stale: fc.oneof({ weight: 8, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
type Op = typeof op extends fc.Arbitrary<infer T> ? T : never;

/** What is done at the same time; then the next. */
const history = fc.array(fc.array(op, { minLength: 1, maxLength: 4 }), { minLength: 30, maxLength: 45 });

/** What the rules may answer to somebody who was too late or asked for what cannot be. */
const foreseen = new Set([404, 409, 412]);

async function play(given: Given, people: readonly SignedIn[], steps: readonly (readonly Op[])[]) {
  const clients: ClientId[] = [];
  const contacts = new Map<ClientId, ContactId[]>();
  const projects = new Map<ClientId, ProjectId[]>();
  let made = 0;
  let refused = 0;

  async function perform({ kind, actor, client, contact, word, stale, ...chosen }: Op): Promise<void> {
    const { api } = people[actor] ?? given;
    const clientId = clients[client % Math.max(clients.length, 1)];
    if (kind === 'create' || !clientId) {
      const code = word > 2 ? `W${word}`.padEnd(3, 'X') : undefined;
      const { data } = await api.clients.create({ params: given, body: { name: `Name ${word}`, code } });
      if (data && clients.length < 4) clients.push(data.id);
      return;
    }
    const params = { workspaceId: given.workspaceId, clientId };
    const known = contacts.get(clientId) ?? [];
    const contactId = known[contact % Math.max(known.length, 1)];
    const seen = (version: number | undefined) => Math.max(1, (version ?? 1) - (stale ? 1 : 0));
    const ofClient = async () => seen((await api.clients.get({ params })).data?.version);
    switch (kind) {
      case 'update': {
        const code = word % 2 ? `U${word}X` : null;
        const body = { name: `Name ${word}`, code, tags: word > 3 ? ['Tag'] : [] };
        await api.clients.update({ params, ifMatch: await ofClient(), body });
        return;
      }
      case 'owner': {
        const ownerId = (people[chosen.owner] ?? given).person.userId;
        await api.clients.update({ params, ifMatch: await ofClient(), body: { ownerId } });
        return;
      }
      case 'status': {
        const body =
          word % 2 ? ({ status: 'active' } as const) : ({ status: 'inactive', reason: 'Why' } as const);
        await api.clients.setStatus({ params, ifMatch: await ofClient(), body });
        return;
      }
      case 'trash':
        await api.clients.remove({ params, ifMatch: await ofClient() });
        return;
      case 'restore': {
        const { data } = await api.clients.trash({ params: given });
        const gone = data?.data.find(({ id }) => id === clientId);
        if (gone) await api.clients.restore({ params, ifMatch: seen(gone.version) });
        return;
      }
      case 'addContact': {
        made += 1;
        const body = {
          firstName: `Person ${word}`,
          emails: word > 1 ? [`p${word}@x.test`] : [`n${made}@x.test`],
        };
        const { data } = await api.contacts.create({ params, body });
        if (data) contacts.set(clientId, [...(contacts.get(clientId) ?? []), data.id]);
        return;
      }
    }
    const memberIds = chosen.members.map((n) => (people[n] ?? given).person.userId);
    if (kind === 'addProject') {
      const { data } = await api.projects.create({ params, body: { name: `Project ${word}`, memberIds } });
      if (data) projects.set(clientId, [...(projects.get(clientId) ?? []), data.id]);
      return;
    }
    const running = projects.get(clientId) ?? [];
    const projectId = running[contact % Math.max(running.length, 1)];
    if (kind === 'updateProject' || kind === 'removeProject') {
      if (!projectId) return;
      const at = { ...params, projectId };
      const ifMatch = seen((await api.projects.get({ params: at })).data?.version);
      if (kind === 'removeProject') await api.projects.remove({ params: at, ifMatch });
      else await api.projects.update({ params: at, ifMatch, body: { name: `Project ${word}`, memberIds } });
      return;
    }
    if (!contactId) return;
    const place = { ...params, contactId };
    const ifMatch = seen((await api.contacts.get({ params: place })).data?.version);
    if (kind === 'updateContact') {
      const body = { firstName: `Person ${word}`, emails: [`p${word}@x.test`] };
      await api.contacts.update({ params: place, ifMatch, body });
    } else if (kind === 'makePrimary') {
      await api.contacts.update({ params: place, ifMatch, body: { primary: true, title: `Title ${word}` } });
    } else {
      const query = { successor: known.find((other) => other !== contactId) };
      await api.contacts.remove({ params: place, ifMatch, query });
    }
  }

  for (const step of steps) {
    await Promise.all(
      step.map((one) =>
        perform(one).catch((error) => {
          if (!(error instanceof ApiError) || !foreseen.has(error.status)) throw error;
          refused += 1;
        }),
      ),
    );
  }
  return { refused };
}

/** What a member without `clients.view_all` is told, against what every client says of itself. */
async function expectHisView(given: Given, { api, person }: SignedIn) {
  const { data: all } = await given.api.clients.list({ params: given });
  const whole = await Promise.all(
    (all?.data ?? []).map(async ({ id }) => {
      const { data } = await given.api.clients.get({ params: { ...given, clientId: id } });
      if (!data) throw new Error('no client');
      return data;
    }),
  );
  const his = whole.filter(
    ({ ownerId, linkedIds }) => ownerId === person.userId || linkedIds.includes(person.userId),
  );
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { data } = await api.clients.list({ params: given, query: { limit: 2, cursor } });
    found.push(...(data?.data.map(({ id }) => id) ?? []));
    cursor = data?.page.next ?? null;
  }
  expect(found).toEqual(his.map(({ id }) => id));
  const many = (status: string) => his.filter((client) => client.status === status).length;
  expect((await api.clients.counts({ params: given })).data).toEqual({
    active: many('active'),
    pending: many('pending'),
    inactive: many('inactive'),
  });
}

test('INV-1 INV-2 INV-4 INV-9 whatever two people do, partly at once, every invariant holds', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (steps) => {
      const given = await givenWorkspace();
      const limited = [await given.join('basic'), await given.join('viewer')];
      await play(given, [given, await given.join('admin'), ...limited], steps);
      for (const member of limited) await expectHisView(given, member);
      const { client, tables } = world();
      const { breaches, clients } = await eventually(
        () => verifyWorkspace(client, tables.main, given.workspaceId),
        ({ breaches }) => breaches.length === 0,
      );
      expect(breaches).toEqual([]);
      expect(clients).toBeGreaterThan(0);
    }),
    // A history is a hundred operations; what shrinking would cost is more than a reader's patience.
    { numRuns: 2, endOnFailure: true },
  );
});
