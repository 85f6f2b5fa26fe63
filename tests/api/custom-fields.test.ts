import { beforeEach, describe, expect, test } from 'vitest';
import type { ClientId } from '#contracts/ids.ts';
import type { CustomField, CustomValuesPatch } from '#contracts/schemas/custom-field.ts';
import { eventually } from '../support/eventually.ts';
import { givenWorkspace } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let clientId: ClientId;

beforeEach(async () => {
  given = await givenWorkspace();
  clientId = await client('Acme');
});

const client = async (name: string) => {
  const { data } = await given.api.clients.create({ params: given, body: { name } });
  if (!data) throw new Error('no client');
  return data.id;
};
const field = (over: Partial<CustomField> & { key: string }): CustomField => ({
  label: over.key,
  type: 'text',
  required: false,
  unique: false,
  options: [],
  archived: false,
  portalVisible: false,
  ...over,
});
const define = (fields: CustomField[], ifMatch = 0) =>
  given.api.customFields.update({ params: given, body: { fields }, ifMatch });
const change = (values: CustomValuesPatch['values'], ifMatch: number, of = clientId) =>
  given.api.customFields.change({ params: { ...given, clientId: of }, body: { values }, ifMatch });
const read = async (of = clientId) =>
  (await given.api.customFields.get({ params: { ...given, clientId: of } })).data;

const contract = field({ key: 'contract', label: 'Contract number', unique: true });
const tier = field({
  key: 'tier',
  label: 'Tier',
  type: 'select',
  required: true,
  options: [{ key: 'gold', label: 'Gold', archived: false }],
});

test('C9 a field may have the name of what every object has', async () => {
  await define([field({ key: 'constructor', unique: true })]);
  expect(await read()).toEqual({ version: 0, values: {}, missing: [] });
  const other = await client('Bolt');
  expect((await change({ constructor: 'Lee' }, 0)).data?.values).toEqual({ constructor: 'Lee' });
  expect((await change({ constructor: 'Kim' }, 0, other)).data?.values).toEqual({ constructor: 'Kim' });
  expect((await change({ constructor: null }, 1)).data?.values).toEqual({});
  await expectSound(given);
});

describe('C9 the fields of a workspace', () => {
  test('are added, renamed, ordered and archived; what clients have values by stays', async () => {
    await define([contract, tier]);
    const { data } = await define([tier, { ...contract, label: 'Contract', archived: true }], 1);
    expect(data).toMatchObject({
      version: 2,
      fields: [{ key: 'tier' }, { label: 'Contract', archived: true }],
    });
    await expect(define([tier], 2)).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/fields', code: 'field_missing' }],
    });
    const other = { ...tier, options: [{ key: 'tin', label: 'Tin', archived: false }] };
    await expect(define([other, { ...contract, type: 'number', unique: false }], 2)).rejects.toMatchObject({
      status: 422,
      errors: [
        { pointer: '/fields/0/options' },
        { pointer: '/fields/1/type' },
        { pointer: '/fields/1/unique' },
      ],
    });
    await expect(define([tier, contract], 1)).rejects.toMatchObject({ status: 412 });
    const manager = await given.join('manager');
    await expect(
      manager.api.customFields.update({ params: given, body: { fields: [] }, ifMatch: 2 }),
    ).rejects.toMatchObject({ status: 403 });
  });
});

describe('C9 what a client has of them', () => {
  test('is changed field by field, told with its labels, and shown as incomplete while one is missing', async () => {
    await define([contract, tier]);
    expect(await read()).toEqual({ version: 0, values: {}, missing: ['tier'] });
    await change({ contract: 'C-7' }, 0);
    const { data } = await change({ tier: 'gold', contract: null }, 1);
    expect(data).toEqual({ version: 2, values: { tier: 'gold' }, missing: [] });
    expect((await change({ tier: 'gold' }, 2)).data?.version).toBe(2);
    await expect(change({ tier: 'gold' }, 1)).rejects.toMatchObject({
      status: 412,
      code: 'version_conflict',
    });
    const told = await eventually(
      async () => (await given.api.activity.ofClient({ params: { ...given, clientId } })).data?.data ?? [],
      (events) => events.some(({ type }) => type === 'custom_values.updated'),
    );
    expect(told.find(({ type }) => type === 'custom_values.updated')?.changes).toEqual([
      { field: 'custom.contract', label: 'Contract number', before: 'C-7', after: null },
      { field: 'custom.tier', label: 'Tier', before: null, after: 'Gold' },
    ]);
    await expectSound(given);
  });

  test('names every bad value, and writes none of them', async () => {
    await define([contract, tier, field({ key: 'size', type: 'number' })]);
    await expect(change({ contract: ' ', tier: 'tin', size: 4, nothing: 1 }, 0)).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/values/contract' }, { pointer: '/values/tier' }, { pointer: '/values/nothing' }],
    });
    expect(await read()).toMatchObject({ version: 0, values: {} });
  });

  test('of a unique one nobody has the same; blank never collides; a client gone for ever holds nothing', async () => {
    await define([contract]);
    const bolt = await client('Bolt');
    await change({ contract: 'C-7' }, 0);
    const taken = { status: 409, code: 'value_taken', errors: [{ pointer: '/values/contract' }] };
    await expect(change({ contract: ' c-7' }, 0, bolt)).rejects.toMatchObject(taken);
    await change({ contract: 'C-8' }, 1);
    await change({ contract: 'C-7' }, 0, bolt);
    await change({ contract: null }, 2);
    await change({ contract: null }, 1, bolt);
    await change({ contract: 'C-9' }, 3);
    await given.api.clients.remove({ params: { ...given, clientId }, ifMatch: 1 });
    await expect(change({ contract: 'C-9' }, 2, bolt)).rejects.toMatchObject(taken);
    await given.api.clients.destroy({ params: { ...given, clientId }, ifMatch: 2 });
    await change({ contract: 'C-9' }, 2, bolt);
    expect((await read(bolt))?.values).toEqual({ contract: 'C-9' });
    await expectSound(given);
  });

  test('twenty clients that want one value at once: one has it', async () => {
    await define([contract]);
    const clients = await Promise.all(Array.from({ length: 20 }, (_, n) => client(`Client ${n}`)));
    const outcomes = await Promise.all(
      clients.map((id) =>
        change({ contract: 'C-1' }, 0, id).then(
          () => 'has',
          ({ code }) => code,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'has')).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(['has', 'value_taken']));
    await expectSound(given);
  });

  test('C6 of a client out of sight nothing is known', async () => {
    await define([contract]);
    const limited = await given.join('basic');
    const params = { ...given, clientId };
    await expect(limited.api.customFields.get({ params })).rejects.toMatchObject({ status: 404 });
  });
});
