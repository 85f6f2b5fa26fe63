import { beforeEach, describe, expect, test } from 'vitest';
import type { BrandId, ClientId, ContactId } from '#contracts/ids.ts';
import type { ContactCreate } from '#contracts/schemas/contact.ts';
import type { RoutingRule } from '#contracts/schemas/routing.ts';
import { givenWorkspace } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let params: { workspaceId: (typeof given)['workspaceId']; clientId: ClientId };
let bolt: BrandId;

beforeEach(async () => {
  given = await givenWorkspace();
  const { data } = await given.api.clients.create({ params: given, body: { name: 'Acme' } });
  params = { workspaceId: given.workspaceId, clientId: data?.id as ClientId };
  bolt = (await given.api.brands.create({ params, body: { name: 'Bolt' } })).data?.id as BrandId;
});

const contact = async (firstName: string, body: Partial<ContactCreate> = {}) => {
  const emails = [`${firstName.toLowerCase()}@acme.test`];
  const { data } = await given.api.contacts.create({ params, body: { firstName, emails, ...body } });
  if (!data) throw new Error('no contact');
  return data;
};
const put = (rules: RoutingRule[], ifMatch: number) =>
  given.api.routing.update({ params, body: { rules }, ifMatch });
const approvals = async (brandId: BrandId | null) => {
  const { data } = await given.api.routing.get({ params });
  const found = data?.routed.find((one) => one.event === 'approval_requested' && one.brandId === brandId);
  return { source: found?.source, to: found?.to.map(({ email }) => email) };
};
const rule: RoutingRule = { event: 'approval_requested', brandId: null, to: ['decision_maker'], cc: [] };

describe('S4 who of a client is written to', () => {
  test('is told before anything is sent, for the client and for each brand', async () => {
    await contact('Ana', { flags: ['approver'] });
    await contact('Bo', { flags: ['approver'], brandIds: [bolt] });
    expect(await approvals(null)).toEqual({ source: 'default', to: ['ana@acme.test'] });
    expect(await approvals(bolt)).toEqual({ source: 'default', to: ['ana@acme.test', 'bo@acme.test'] });
    await put([rule, { ...rule, brandId: bolt, to: ['approver'] }], 0);
    expect(await approvals(null)).toEqual({ source: 'client', to: [] });
    expect(await approvals(bolt)).toMatchObject({ source: 'brand', to: ['ana@acme.test', 'bo@acme.test'] });
    await expect(put([], 0)).rejects.toMatchObject({ status: 412 });
    expect((await put([], 1)).data).toMatchObject({ version: 2, rules: [] });
    await expectSound(given);
  });

  test('bad rules are named, also brands of somebody else', async () => {
    const other = await given.api.clients.create({ params: given, body: { name: 'Kite' } });
    const elsewhere = { ...params, clientId: other.data?.id as ClientId };
    const kite = (await given.api.brands.create({ params: elsewhere, body: { name: 'Kite' } })).data?.id;
    await expect(put([rule, { ...rule, brandId: kite as BrandId }], 0)).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/rules/1/brandId', code: 'unknown_brand' }],
    });
    await expect(put([rule, rule], 0)).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/rules' }],
    });
    await expect(put([{ ...rule, to: [] }], 0)).rejects.toMatchObject({
      errors: [{ pointer: '/rules/0/to' }],
    });
    await expect(contact('Cy', { brandIds: [kite as BrandId] })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/brandIds/0', code: 'unknown_brand' }],
    });
  });

  test('C6 of a client out of sight nothing is known', async () => {
    const limited = await given.join('basic');
    await expect(limited.api.routing.get({ params })).rejects.toMatchObject({ status: 404 });
  });
});

describe('S3 one communication owner', () => {
  test('is one contact at most, who gives it up or leaves before another has it', async () => {
    const ana = await contact('Ana', { flags: ['communication_owner', 'billing'] });
    const taken = { status: 409, code: 'flag_taken', errors: [{ pointer: '/flags', code: 'flag_taken' }] };
    await expect(contact('Bo', { flags: ['communication_owner'] })).rejects.toMatchObject(taken);
    const bo = await contact('Bo');
    const give = (contactId: ContactId, flags: ContactCreate['flags'], ifMatch: number) =>
      given.api.contacts.update({ params: { ...params, contactId }, body: { flags }, ifMatch });
    await expect(give(bo.id, ['communication_owner'], 1)).rejects.toMatchObject(taken);
    await give(ana.id, ['billing'], 1);
    await give(bo.id, ['communication_owner'], 1);
    await given.api.contacts.remove({
      params: { ...params, contactId: bo.id },
      ifMatch: 2,
    });
    await give(ana.id, ['communication_owner'], 2);
    await expectSound(given);
  });

  test('under a hundred writers too', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => contact(`P${n}`)));
    const outcomes = await Promise.all(
      people.flatMap(({ id: contactId }) =>
        Array.from({ length: 5 }, () =>
          given.api.contacts
            .update({
              params: { ...params, contactId },
              body: { flags: ['communication_owner'] },
              ifMatch: 1,
            })
            .then(
              () => 'has',
              ({ code }) => code,
            ),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'has')).toHaveLength(1);
    const { data } = await given.api.contacts.list({ params });
    expect(data?.data.filter(({ flags }) => flags.includes('communication_owner'))).toHaveLength(1);
    await expectSound(given);
  });
});

describe('S4 deputies', () => {
  const change = async (id: ContactId, body: object, ifMatch = 1) =>
    given.api.contacts.update({ params: { ...params, contactId: id }, ifMatch, body });
  const away = (deputyId: ContactId | null) => ({ from: '2030-08-01', until: '2030-08-14', deputyId });

  test('are asked on the days somebody is away, and the preview takes a day', async () => {
    const ana = await contact('Ana', { flags: ['approver'] });
    const bo = await contact('Bo');
    expect((await change(ana.id, { away: away(bo.id) })).data?.away).toEqual(away(bo.id));
    const on = async (day?: string) => {
      const { data } = await given.api.routing.get({ params, query: { on: day } });
      const found = data?.routed.find((one) => one.event === 'approval_requested' && one.brandId === null);
      return found?.to.map(({ name, insteadOf }) => [name, insteadOf]);
    };
    expect(await on()).toEqual([['Ana', null]]);
    expect(await on('2030-08-14')).toEqual([['Bo', { name: 'Ana', until: '2030-08-14' }]]);
    expect(await on('2030-08-15')).toEqual([['Ana', null]]);
    await given.api.contacts.remove({ params: { ...params, contactId: bo.id }, ifMatch: 1 });
    expect(await on('2030-08-14')).toEqual([]);
    await change(ana.id, { away: null }, 2);
    expect(await on('2030-08-14')).toEqual([['Ana', null]]);
    await expect(given.api.routing.get({ params, query: { on: 'soon' } })).rejects.toMatchObject({
      status: 422,
    });
    await expect(given.api.routing.get({ params, query: { on: '2001-01-01' } })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '?on', code: 'over' }],
    });
    await expectSound(given);
  });

  test('are other contacts of this client, for the same brands, and for days in order', async () => {
    const ana = await contact('Ana', { flags: ['approver'] });
    const bo = await contact('Bo', { brandIds: [bolt] });
    const wrong = (code: string) => ({ status: 422, errors: [{ pointer: '/away/deputyId', code }] });
    await expect(change(ana.id, { away: away(ana.id) })).rejects.toMatchObject(wrong('unknown_contact'));
    await expect(change(ana.id, { away: away(bo.id) })).rejects.toMatchObject(wrong('other_brands'));
    expect((await change(bo.id, { away: away(ana.id) })).data?.away?.deputyId).toBe(ana.id);
    const elsewhere = (await given.api.clients.create({ params: given, body: { name: 'Kite' } })).data;
    const { data: kim } = await given.api.contacts.create({
      params: { ...params, clientId: elsewhere?.id as ClientId },
      body: { firstName: 'Kim' },
    });
    const foreign = change(ana.id, { away: away(kim?.id as ContactId) });
    await expect(foreign).rejects.toMatchObject(wrong('unknown_contact'));
    const backwards = { from: '2030-08-14', until: '2030-08-01', deputyId: null };
    await expect(change(ana.id, { away: backwards })).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/away/until' }],
    });
  });
});

test('S5 who leaves shows what is open: places, what would reach nobody, and whose deputy he is', async () => {
  const ana = await contact('Ana', { flags: ['approver', 'communication_owner'] });
  const bo = await contact('Bo', {
    flags: ['billing'],
    away: { from: '2030-08-01', until: '2030-08-14', deputyId: ana.id },
  });
  await contact('Cy', { flags: ['billing'] });
  const leaving = async (contactId: ContactId) =>
    (await given.api.routing.leaving({ params: { ...params, contactId } })).data;
  const open = await leaving(ana.id);
  expect(open).toMatchObject({
    primary: true,
    roles: ['approver', 'communication_owner'],
    heirs: [{ name: 'Bo' }, { name: 'Cy' }],
    deputyOf: [{ name: 'Bo', until: '2030-08-14' }],
  });
  expect(open?.stranded).toContainEqual({ event: 'approval_requested', brandId: null });
  expect(open?.stranded).toContainEqual({ event: 'approval_requested', brandId: bolt });
  expect(open?.stranded).not.toContainEqual({ event: 'invoice_sent', brandId: null });
  expect(await leaving(bo.id)).toMatchObject({ primary: false, roles: [], stranded: [], deputyOf: [] });
  const nobody = 'con_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as ContactId;
  await expect(leaving(nobody)).rejects.toMatchObject({ status: 404 });
});
