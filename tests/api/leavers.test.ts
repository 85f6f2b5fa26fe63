import { beforeEach, describe, expect, test } from 'vitest';
import { daysAfter } from '#contracts/days.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { ContactCreate, ContactPatch } from '#contracts/schemas/contact.ts';
import { givenWorkspace } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

const today = new Date().toISOString().slice(0, 10);
const inDays = (days: number) => daysAfter(today, days);
const over = '2020-01-31';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let params: { workspaceId: (typeof given)['workspaceId']; clientId: ClientId };

beforeEach(async () => {
  given = await givenWorkspace();
  const { data } = await given.api.clients.create({ params: given, body: { name: 'Acme' } });
  params = { workspaceId: given.workspaceId, clientId: data?.id as ClientId };
});

const add = async (firstName: string, body: Partial<ContactCreate> = {}) => {
  const emails = [`${firstName.toLowerCase()}@acme.test`];
  const { data } = await given.api.contacts.create({ params, body: { firstName, emails, ...body } });
  if (!data) throw new Error('no contact');
  return data;
};
const change = (id: ContactId, body: ContactPatch, ifMatch = 1) =>
  given.api.contacts.update({ params: { ...params, contactId: id }, ifMatch, body });
const read = async (contactId: ContactId) =>
  (await given.api.contacts.get({ params: { ...params, contactId } })).data;
const names = async (event: string) => {
  const { data } = await given.api.routing.get({ params });
  return data?.routed.find((one) => one.event === event && one.brandId === null)?.to.map(({ name }) => name);
};

describe('S3 who has left', () => {
  test('keeps no place: the one communication owner is free, and the history knows until when he was it', async () => {
    await add('Zoe');
    const ana = await add('Ana', { flags: ['communication_owner', 'billing'] });
    const bo = await add('Bo');
    await expect(change(bo.id, { flags: ['communication_owner'] })).rejects.toMatchObject({
      status: 409,
      code: 'flag_taken',
      problem: { holder: 'Ana', detail: 'Ana is the communication owner of this client.' },
    });
    await change(ana.id, { leftOn: today });
    // The last day is not over yet.
    await expect(change(bo.id, { flags: ['communication_owner'] })).rejects.toMatchObject({ status: 409 });
    await change(ana.id, { leftOn: inDays(-1) }, 2);
    expect((await change(bo.id, { flags: ['communication_owner'] })).data?.flags).toEqual([
      'communication_owner',
    ]);
    expect(await read(ana.id)).toMatchObject({ flags: ['billing'], version: 4 });
    await expect(add('Cy', { flags: ['communication_owner'] })).rejects.toMatchObject({
      problem: { holder: 'Bo' },
    });
    await expectSound(given);
  });

  test('gives a place to somebody new, of a hundred who ask to one', async () => {
    await add('Zoe');
    await add('Ana', { flags: ['communication_owner'], leftOn: over });
    const asked = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        add(`P${n}`, { flags: ['communication_owner'] }).then(
          () => 201,
          ({ status, code }) => (code === 'flag_taken' ? status : code),
        ),
      ),
    );
    expect(asked.filter((status) => status === 201)).toHaveLength(1);
    expect(new Set(asked)).toEqual(new Set([201, 409]));
    await expectSound(given);
  });

  test('is not written to first: neither asked for, nor by being added, nor as a successor', async () => {
    const old = await add('Old', { leftOn: over });
    expect(old.primary).toBe(false);
    const ana = await add('Ana');
    expect(ana.primary).toBe(true);
    const gone = { status: 422, errors: [{ pointer: '/primary', code: 'has_left' }] };
    await expect(change(old.id, { primary: true })).rejects.toMatchObject(gone);
    await expect(add('Older', { leftOn: over, primary: true })).rejects.toMatchObject(gone);
    const bo = await add('Bo');
    const successor = (id: ContactId) =>
      given.api.contacts.remove({
        params: { ...params, contactId: ana.id },
        ifMatch: 1,
        query: { successor: id },
      });
    await expect(successor(old.id)).rejects.toMatchObject({ status: 409, code: 'successor_needed' });
    await successor(bo.id);
    expect((await read(bo.id))?.primary).toBe(true);
    await expectSound(given);
  });
});

test('S3 a hundred who become the primary contact at once: one is, and nothing was down', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, (_, n) => add(`P${n}`)));
  const statuses = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      change(people[n % 20]?.id as ContactId, { primary: true }).then(
        () => 200,
        ({ status }) => status,
      ),
    ),
  );
  expect(statuses).toContain(200);
  expect(statuses.filter((status) => status !== 200 && status !== 412)).toEqual([]);
  const { data } = await given.api.contacts.list({ params });
  expect(data?.data.filter(({ primary }) => primary)).toHaveLength(1);
  await expectSound(given);
});

describe('S5 who leaves hands over', () => {
  const cast = async () => {
    const ana = await add('Ana', { flags: ['approver', 'communication_owner', 'technical'] });
    const bo = await add('Bo', { flags: ['billing'] });
    const cy = await add('Cy', {
      away: { from: inDays(1), until: inDays(9), deputyId: ana.id },
    });
    return { ana, bo, cy };
  };

  test('roles, the primary place, the one place and the deputies, in one request with the last day', async () => {
    const { ana, bo, cy } = await cast();
    const last = inDays(-1);
    await expect(change(ana.id, { leftOn: last })).rejects.toMatchObject({
      status: 409,
      code: 'successor_needed',
    });
    const handOver = {
      successor: bo.id,
      approver: bo.id,
      communication_owner: cy.id,
      deputy: bo.id,
    };
    const { data: left } = await change(ana.id, { leftOn: last, handOver });
    expect(left).toMatchObject({ primary: false, leftOn: last, flags: ['approver', 'technical'] });
    expect(await read(bo.id)).toMatchObject({ primary: true, flags: ['billing', 'approver'], version: 2 });
    expect(await read(cy.id)).toMatchObject({
      flags: ['communication_owner'],
      away: { deputyId: bo.id },
    });
    expect(await names('approval_requested')).toEqual(['Bo']);
    await expectSound(given);
  });

  test('and with the removal; the history of the heirs begins anew', async () => {
    const { ana, bo, cy } = await cast();
    await given.api.contacts.remove({
      params: { ...params, contactId: ana.id },
      ifMatch: 1,
      query: { successor: cy.id, approver: bo.id, communication_owner: bo.id, deputy: bo.id },
    });
    expect(await read(bo.id)).toMatchObject({ flags: ['billing', 'approver', 'communication_owner'] });
    expect(await read(cy.id)).toMatchObject({ primary: true, away: { deputyId: bo.id } });
    await expectSound(given);
  });

  test('to others who are there, what is his; a wrong name changes nothing at all', async () => {
    const { ana, bo, cy } = await cast();
    const old = await add('Old', { leftOn: over });
    const wrong = async (handOver: ContactPatch['handOver'], name: string, code: string) =>
      expect(
        change(ana.id, { leftOn: over, handOver: { successor: bo.id, ...handOver } }),
      ).rejects.toMatchObject({
        status: 422,
        errors: [{ pointer: `/handOver/${name}`, code }],
      });
    await wrong({ approver: old.id }, 'approver', 'unknown_contact');
    await wrong({ approver: ana.id }, 'approver', 'unknown_contact');
    await wrong({ billing: bo.id }, 'billing', 'not_held');
    await wrong({ deputy: cy.id }, 'deputy', 'other_brands');
    await expect(change(ana.id, { title: 'CEO', handOver: { approver: bo.id } })).rejects.toMatchObject({
      errors: [{ pointer: '/handOver', code: 'not_leaving' }],
    });
    await expect(
      given.api.contacts.remove({
        params: { ...params, contactId: ana.id },
        ifMatch: 1,
        query: { successor: bo.id, approver: old.id },
      }),
    ).rejects.toMatchObject({ status: 422, errors: [{ pointer: '?approver' }] });
    expect(await read(ana.id)).toEqual(ana);
    expect(await read(bo.id)).toEqual(bo);
  });

  test('the last one leaves the place empty, and the next who comes has it', async () => {
    const ana = await add('Ana');
    expect((await change(ana.id, { leftOn: over })).data?.primary).toBe(false);
    expect((await add('Bo')).primary).toBe(true);
    await expectSound(given);
  });
});

test('S5 what is planned lies before the last day, whichever is said first', async () => {
  await add('Zoe');
  const ana = await add('Ana', { leftOn: inDays(10) });
  const planned = { from: inDays(20), title: 'Head' };
  await expect(change(ana.id, { planned })).rejects.toMatchObject({
    status: 422,
    errors: [{ pointer: '/planned/from', code: 'after_last_day' }],
  });
  await change(ana.id, { planned, leftOn: inDays(30) });
  await expect(change(ana.id, { leftOn: inDays(15) }, 2)).rejects.toMatchObject({
    errors: [{ pointer: '/leftOn', code: 'before_plan' }],
  });
  expect((await change(ana.id, { leftOn: inDays(15), planned: null }, 2)).data?.leftOn).toBe(inDays(15));
});
