import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Terms } from '#contracts/client-settings.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Permission } from '#contracts/permissions.ts';
import type { BillingProfile, BillingProfileCreate } from '#contracts/schemas/billing-profile.ts';
import { billing } from '../support/billing.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace, type SignedIn } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
let given: Given;
let clientId: ClientId;

const client = async (name: string): Promise<ClientId> => {
  const { data } = await given.api.clients.create({ params: given, body: { name } });
  if (!data) throw new Error('no client');
  return data.id;
};

beforeEach(async () => {
  given = await givenWorkspace();
  clientId = await client('Acme');
});

const params = () => ({ workspaceId: given.workspaceId, clientId });
const at = ({ id }: Pick<BillingProfile, 'id'>) => ({ ...params(), profileId: id });
const add = async (more: Partial<BillingProfileCreate> = {}, as: SignedIn = given) => {
  const { data } = await as.api.billingProfiles.create({ params: params(), body: { ...billing, ...more } });
  if (!data) throw new Error('no billing profile');
  return data;
};
const all = async (as: SignedIn = given) =>
  (await as.api.billingProfiles.list({ params: params() })).data?.data ?? [];
const defaults = async () => (await all()).filter((profile) => profile.default).map(({ id }) => id);
const remove = (profile: BillingProfile, successor?: BillingProfile) =>
  given.api.billingProfiles.remove({
    params: at(profile),
    query: { successor: successor?.id },
    ifMatch: profile.version,
  });

test('C8: terms and currency that are left open are those of the settings, on that day', async () => {
  const settle = async (body: { currency?: string; terms?: Terms }) => {
    const { data } = await given.api.clientSettings.get({ params: params() });
    await given.api.clientSettings.update({ params: params(), ifMatch: data?.version ?? 0, body });
  };
  const { currency: _, terms: __, ...open } = billing;
  const create = async (more: object = {}) => {
    const body = { ...open, ...more };
    return (await given.api.billingProfiles.create({ params: params(), body })).data;
  };
  const { data: byDefault } = await given.api.clientSettings.get({ params: params() });
  expect(await create()).toMatchObject({
    terms: 'net_30',
    termDays: null,
    currency: byDefault?.settings.currency.value,
  });
  await settle({ currency: 'JPY', terms: { terms: 'custom', termDays: 14 } });
  const made = await create();
  expect(made).toMatchObject({ terms: 'custom', termDays: 14, currency: 'JPY' });
  expect(await create({ terms: 'net_60' })).toMatchObject({
    terms: 'net_60',
    termDays: null,
    currency: 'JPY',
  });
  expect(await create({ termDays: 7, currency: 'USD' })).toMatchObject({
    terms: 'custom',
    termDays: 7,
    currency: 'USD',
  });
  await settle({ terms: { terms: 'net_60', termDays: null } });
  await expect(create({ termDays: 7 })).rejects.toMatchObject({ status: 422 });
  expect((await all()).find(({ id }) => id === made?.id)).toMatchObject({ terms: 'custom', termDays: 14 });
  await expectSound(given);
});

test('the first profile is the default, a second one takes the place only when it says so', async () => {
  const first = await add();
  expect(first).toMatchObject({ ...billing, default: true, emailCc: [], termDays: null, warnings: [] });
  const second = await add({ legalName: 'Acme Inc.', currency: 'USD' });
  expect([second.default, await defaults()]).toEqual([false, [first.id]]);
  const { data: taken } = await given.api.billingProfiles.update({
    params: at(second),
    ifMatch: 1,
    body: { default: true },
  });
  expect(taken).toMatchObject({ default: true, version: 2 });
  expect(await defaults()).toEqual([second.id]);
  const third = await add({ default: true });
  expect(await defaults()).toEqual([third.id]);
  const { data: acme } = await given.api.clients.get({ params: params() });
  expect(acme?.version).toBe(1);
  await expectSound(given);
});

test('INV exactly one default where any profile exists, under a hundred writers at once', async () => {
  const first = await Promise.all(
    Array.from({ length: 50 }, (_, n) => add(n % 3 === 0 ? { default: true } : {})),
  );
  expect(await defaults()).toHaveLength(1);
  const settled = await Promise.allSettled(
    first.map((profile, n): Promise<unknown> => {
      if (n % 2 === 0) return remove(profile, first[(n + 1) % first.length]);
      return n % 3 === 0
        ? add()
        : given.api.billingProfiles.update({ params: at(profile), ifMatch: 1, body: { default: true } });
    }),
  );
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.status] : []));
  // Whoever came second too often is told to come again; nobody is told of an error.
  expect(refused.filter((status) => ![409, 412, 503].includes(status))).toEqual([]);
  const left = (await all()).filter((profile) => profile.default);
  expect(left).toHaveLength(1);
  await expectSound(given);
}, 60_000);

test('random comings, goings and takings keep one default', async () => {
  const step = fc.record({ kind: fc.constantFrom('add', 'take', 'remove'), at: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      clientId = await client('Any');
      for (const { kind, at: place } of steps) {
        const there = await all();
        const chosen = there[place % Math.max(1, there.length)];
        if (kind === 'add' || !chosen) await add(place === 0 ? { default: true } : {});
        else if (kind === 'take') {
          const { version: ifMatch } = chosen;
          await given.api.billingProfiles.update({ params: at(chosen), ifMatch, body: { default: true } });
        } else
          await remove(
            chosen,
            there.find(({ id }) => id !== chosen.id),
          );
        expect(await defaults()).toHaveLength((await all()).length === 0 ? 0 : 1);
      }
    }),
    { numRuns: 5 },
  );
  await expectSound(given);
}, 60_000);

describe('removing', () => {
  test('the default needs a successor of this client while others are left', async () => {
    const [first, second] = [await add(), await add()];
    const refused = { status: 409, code: 'successor_needed' };
    await expect(remove(first)).rejects.toMatchObject(refused);
    await expect(remove(first, first)).rejects.toMatchObject(refused);
    const here = clientId;
    clientId = await client('Bolt');
    const foreign = await add();
    clientId = here;
    await expect(remove(first, foreign)).rejects.toMatchObject(refused);
    await remove(first, second);
    expect(await defaults()).toEqual([second.id]);
    await expect(remove(first, second)).rejects.toMatchObject({ status: 404 });
    await remove(second);
    expect(await all()).toEqual([]);
    expect((await add()).default).toBe(true);
    await expectSound(given);
  });
});

test('what looks wrong in a tax id is said and kept; terms of their own need their days', async () => {
  const odd = await add({ taxId: '12' });
  expect(odd.warnings).toMatchObject([{ pointer: '/taxId', code: 'tax_id_format' }]);
  expect((await add({ taxId: 'DE 123 456 789' })).warnings).toEqual([]);
  const address = { ...billing.address, country: 'AQ' };
  expect((await add({ taxId: '12', address })).warnings).toEqual([]);
  const refused = (more: object) => add(more).catch((error) => error.errors);
  expect(await refused({ terms: 'custom' })).toMatchObject([{ pointer: '/termDays', code: 'days_needed' }]);
  expect(await refused({ termDays: 3 })).toMatchObject([{ pointer: '/termDays', code: 'days_unwanted' }]);
  expect((await add({ terms: 'custom', termDays: 180 })).termDays).toBe(180);
  const pointers = (await refused({ termDays: 181, currency: 'XXY', emailTo: 'x', terms: 'soon' })).map(
    ({ pointer }: { pointer: string }) => pointer,
  );
  expect(pointers.sort()).toEqual(['/currency', '/emailTo', '/termDays', '/terms']);
});

test('A3 whoever lacks clients.view_tax neither reads nor writes a tax id', async () => {
  const { data: secret } = await given.api.clients.update({
    params: params(),
    ifMatch: 1,
    body: { taxId: 'SECRET-1' },
  });
  expect(secret?.taxId).toBe('SECRET-1');
  const profile = await add({ taxId: 'SECRET-2' });
  const keys: Permission[] = ['clients.view', 'clients.view_all', 'clients.update', 'timeline.view'];
  const { data: table } = await given.api.roles.list({ params: given });
  await given.api.roles.create({
    params: given,
    ifMatch: table?.version ?? 0,
    body: { key: 'clerk', name: 'Clerk', permissions: keys },
  });
  const clerk = await given.join('clerk');
  const idempotencyKey = crypto.randomUUID();
  const activate = () =>
    clerk.api.clients.setStatus({
      params: params(),
      ifMatch: 2,
      body: { status: 'active' },
      idempotencyKey,
    });
  const answers = [
    await clerk.api.clients.get({ params: params() }),
    await activate(),
    // Repeated, it is answered from what was kept.
    await activate(),
    await clerk.api.clients.update({ params: params(), ifMatch: 3, body: { notes: 'x' } }),
    await clerk.api.billingProfiles.get({ params: at(profile) }),
    await clerk.api.billingProfiles.list({ params: params() }),
    await clerk.api.billingProfiles.update({ params: at(profile), ifMatch: 1, body: { poNumber: '7' } }),
    await clerk.api.activity.ofClient({ params: params() }),
  ];
  expect(JSON.stringify(answers)).not.toMatch(/SECRET|taxId":/);
  const denied = { status: 403, problem: { permission: 'clients.view_tax' } };
  const body = { taxId: 'X' };
  await expect(clerk.api.clients.update({ params: params(), ifMatch: 4, body })).rejects.toMatchObject(
    denied,
  );
  await expect(add(body, clerk)).rejects.toMatchObject(denied);
  const { data: kept } = await given.api.billingProfiles.get({ params: at(profile) });
  expect(kept).toMatchObject({ taxId: 'SECRET-2', poNumber: '7' });
});

test('ATK-8 the profile of one client is no profile of another; the timeline tells of it', async () => {
  const profile = await add();
  await remove(profile);
  const types = async () =>
    (await given.api.activity.ofClient({ params: params() })).data?.data.map(({ type }) => type) ?? [];
  expect((await eventually(types, (told) => told.length >= 3)).sort()).toEqual([
    'billing_profile.created',
    'billing_profile.deleted',
    'client.created',
  ]);
  const other = await add();
  clientId = await client('Bolt');
  await expect(given.api.billingProfiles.get({ params: at(other) })).rejects.toMatchObject({ status: 404 });
  await expect(remove(other)).rejects.toMatchObject({ status: 404 });
});

test('T1 the timeline says which profile became the default, and when', async () => {
  await add();
  const second = await add({ legalName: 'Bolt GmbH' });
  await given.api.billingProfiles.update({ params: at(second), ifMatch: 1, body: { default: true } });
  const told = await eventually(
    async () => (await given.api.activity.ofClient({ params: params() })).data?.data ?? [],
    (events) => events.some(({ type }) => type === 'billing_profile.updated'),
  );
  const taking = told.find(({ type }) => type === 'billing_profile.updated');
  expect(taking?.record.label).toBe('Bolt GmbH');
  expect(taking?.changes).toEqual([
    { field: 'becameDefaultAt', label: 'Default since', before: null, after: taking?.at },
  ]);
});
