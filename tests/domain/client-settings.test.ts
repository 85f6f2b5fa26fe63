import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffActor } from '#contracts/actor.ts';
import {
  type OwnValues,
  type SettingKey,
  settingCatalogue,
  settingKeys,
} from '#contracts/client-settings.ts';
import type { ClientId, ClientSettingsId, UserId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import {
  ClientDefaultsPatch,
  ClientSettings,
  ClientSettingsPatch,
  KeptSettings as KeptValues,
} from '#contracts/schemas/client-settings.ts';
import * as Settings from '#domain/client-settings.ts';
import type { Workspace } from '#domain/workspaces.ts';

const me = 'me' as UserId;
const by = { type: 'staff', id: me, label: 'Mara' } as const;
const at = '2026-11-22T09:30:00.000Z';

/** A few honest values of every setting. */
const anyValueOf = (key: SettingKey): fc.Arbitrary<unknown> => {
  const declared = settingCatalogue[key];
  switch (declared.kind) {
    case 'choice':
      return fc.constantFrom<string>(...declared.options);
    case 'choices':
      return fc.subarray<string>([...declared.options]);
    case 'percent':
      return fc.integer({ min: 0, max: 10_000 });
    case 'flag':
      return fc.boolean();
    case 'terms':
      return fc.oneof(
        fc.constantFrom('net_30', 'net_60', 'due_on_date').map((terms) => ({ terms, termDays: null })),
        fc.integer({ min: 0, max: 180 }).map((termDays) => ({ terms: 'custom', termDays })),
      );
    case 'currency':
      return fc.constantFrom('USD', 'JPY', 'KWD');
  }
};
const kept = settingKeys.filter((key) => key !== 'currency');
const someValues = fc.record(Object.fromEntries(kept.map((key) => [key, anyValueOf(key)])), {
  requiredKeys: [],
}) as fc.Arbitrary<OwnValues>;

const member = fc.record({
  values: fc.option(someValues, { nil: null }),
  currency: fc.option(fc.constantFrom('USD', 'JPY', 'KWD'), { nil: null }),
  trashed: fc.boolean(),
  seen: fc.boolean(),
});
/** A workspace and a line of companies, the topmost first; the last is the one that is asked for. */
const world = fc.record({
  byDefault: fc.option(someValues, { nil: null }),
  line: fc.array(member, { minLength: 1, maxLength: 4 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

const idOf = (n: number) => `cli_0000000000000000000000000${n}` as ClientId;

function given({ byDefault, line }: World) {
  const last = line.length - 1;
  const clients = line.map(
    ({ currency, trashed, seen }, n) =>
      ({
        id: idOf(n),
        name: `Company ${n}`,
        version: n + 1,
        parentId: n > 0 ? idOf(n - 1) : null,
        currency,
        deletedAt: trashed && n < last ? at : null,
        ownerId: seen || n === last ? me : 'somebody',
        linkedIds: [],
        updatedAt: at,
        updatedBy: by,
      }) as unknown as Client,
  );
  let settings = line.flatMap(({ values }, n): Settings.KeptSettings[] =>
    values
      ? [
          {
            id: `set_${n}` as ClientSettingsId,
            clientId: idOf(n),
            version: 1,
            values,
            updatedAt: at,
            updatedBy: by,
          },
        ]
      : [],
  );
  const actor = { type: 'staff', userId: me, name: 'Mara', permissions: new Set(), features: new Set() };
  const workspace = { currency: 'EUR' } as Workspace;
  const deps = {
    actor: actor as unknown as StaffActor,
    clock: { now: () => at },
    ids: { next: () => 'set_new' as never },
    data: {
      clients: { get: async (id: ClientId) => clients.find((one) => one.id === id) ?? null } as never,
      workspaces: { get: async () => workspace },
      clientSettings: {
        some: async (ids: readonly ClientId[]) => settings.filter(({ clientId }) => ids.includes(clientId)),
        defaults: async () => byDefault && { version: 1, values: byDefault, updatedAt: at, updatedBy: by },
        change: async ({
          settings: step,
          client,
        }: Parameters<Settings.ClientSettingsWriter['change']>[0]) => {
          if (step) settings = [...settings.filter(({ id }) => id !== step.before?.id), step.after];
          if (client) clients[last] = client.after;
        },
        changeDefaults: async () => {},
      } satisfies Settings.ClientSettingsReader & Settings.ClientSettingsWriter,
    },
  };
  return { deps, workspace, client: () => clients[last] as Client, clientId: idOf(last) };
}

/** Who has the last word on a setting, said otherwise than the resolver does: from the nearest up. */
function truth({ byDefault, line }: World, key: SettingKey, from: number) {
  for (let n = from; n >= 0; n -= 1) {
    const one = line[n];
    if (!one || (one.trashed && n < line.length - 1)) continue;
    const value = key === 'currency' ? one.currency : one.values?.[key];
    if (value === undefined || value === null) continue;
    const isParent = n < line.length - 1;
    const isNamed = isParent && one.seen;
    const [clientId, name] = isNamed ? [idOf(n), `Company ${n}`] : [null, null];
    return { value, source: { from: isParent ? 'parent' : 'client', clientId, name } };
  }
  const nobody = { clientId: null, name: null };
  if (key === 'currency') return { value: 'EUR', source: { from: 'workspace', ...nobody } };
  const value = byDefault?.[key];
  return value === undefined
    ? { value: settingCatalogue[key].default, source: { from: 'product', ...nobody } }
    : { value, source: { from: 'workspace', ...nobody } };
}

test('C8 the shown source is the true one, and a reset gives what was shown as inherited', async () => {
  await fc.assert(
    fc.asyncProperty(world, fc.constantFrom(...settingKeys), async (made, key) => {
      const { deps, workspace, client, clientId } = given(made);
      const last = made.line.length - 1;
      const shown = ClientSettings.parse(await Settings.get(deps, clientId));
      for (const one of settingKeys) {
        expect(shown.settings[one]).toEqual({
          ...truth(made, one, last),
          inherited: truth(made, one, last - 1),
        });
      }
      expect(await Settings.currencyOf(deps, client(), workspace)).toBe(shown.settings.currency.value);
      const reset = await Settings.update(deps, clientId, { [key]: null }, shown.version);
      const { value, source } = reset.settings[key];
      expect({ value, source }).toEqual(shown.settings[key].inherited);
      expect(await Settings.get(deps, clientId)).toEqual(reset);
    }),
    { numRuns: 300 },
  );
});

test('C8 what is settled is the client’s own until it is taken back, also where it equals what is inherited', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.constantFrom(...settingKeys).chain((key) => anyValueOf(key).map((value) => ({ key, value }))),
      async (made, { key, value }) => {
        const { deps, clientId } = given(made);
        const before = await Settings.get(deps, clientId);
        const after = await Settings.update(deps, clientId, { [key]: value }, before.version);
        expect(after.settings[key]).toMatchObject({ value, source: { from: 'client' } });
        expect(after.settings[key].inherited).toEqual(before.settings[key].inherited);
        for (const other of settingKeys) {
          if (other !== key) expect(after.settings[other]).toEqual(before.settings[other]);
        }
        const said = JSON.stringify([before.settings[key].value, before.settings[key].source.from]);
        const isNews = said !== JSON.stringify([value, 'client']);
        expect(after.version).toBe(before.version + (isNews ? 1 : 0));
      },
    ),
    { numRuns: 200 },
  );
});

test('every default of the catalogue is a value that can be settled, and so is what is kept', () => {
  const defaults = Object.fromEntries(kept.map((key) => [key, settingCatalogue[key].default]));
  expect(ClientDefaultsPatch.parse(defaults)).toEqual(defaults);
  expect(KeptValues.parse(defaults)).toEqual(defaults);
});

test('choices come out in the order of the catalogue, and what is no choice is refused', () => {
  expect(ClientSettingsPatch.parse({ onInvoiceSent: ['webhook', 'email'] })).toEqual({
    onInvoiceSent: ['email', 'webhook'],
  });
  for (const wrong of [
    {},
    { onInvoiceSent: ['email', 'email'] },
    { onInvoiceSent: ['fax'] },
    { terms: { terms: 'custom', termDays: null } },
    { terms: { terms: 'custom', termDays: 181 } },
    { terms: { terms: 'net_30', termDays: 30 } },
    { taxRate: 0.5 },
    { taxRate: 10_001 },
    { currency: 'XXY' },
    { poRequired: 'yes' },
    { unknown: 1 },
  ]) {
    expect([wrong, ClientSettingsPatch.safeParse(wrong).success]).toEqual([wrong, false]);
  }
  expect(ClientDefaultsPatch.safeParse({ currency: 'EUR' }).success).toBe(false);
});
