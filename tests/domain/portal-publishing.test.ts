import { describe, expect, test } from 'vitest';
import { Refusal } from '#contracts/errors.ts';
import type { Job } from '#contracts/jobs.ts';
import { resume } from '#domain/custom-fields.ts';
import { FIELDS_MOVED } from '#domain/custom-values.ts';
import type { ShownValues } from '#domain/portal-fields.ts';
import { type FieldPublisher, publish } from '#domain/portal-publishing.ts';

const shown = { key: 'tier', label: 'Tier', type: 'text', required: false, unique: false } as const;
const field = { ...shown, options: [], archived: false, portalVisible: true };

/** A workspace in memory, with clients that have a value; `interfere` runs before each copy. */
function workspace(count: number, interfere: (copied: number) => void = () => {}) {
  const state = { version: 2, publishing: true };
  const copies = new Map<string, ShownValues | null>();
  const ids = Array.from({ length: count }, (_, n) => `cli_${String(n).padStart(4, '0')}`);
  const record = (clientId: string) => ({ clientId, version: 1, values: { tier: `of ${clientId}` } });
  const publisher = {
    get: async (id: string) => record(id),
    holding: async (after: string | null) => ids.filter((id) => after === null || id > after).slice(0, 10),
    async copy(version: number, { clientId }: { clientId: string }, values: ShownValues | null) {
      interfere(copies.size);
      if (version !== state.version) throw new Refusal('version_conflict', { internal: FIELDS_MOVED });
      copies.set(clientId, values);
    },
    async done(version: number) {
      if (version === state.version) state.publishing = false;
    },
  } as unknown as FieldPublisher;
  const customFields = { get: async () => ({ ...state, fields: [field] }) };
  return { state, copies, tools: { customFields, publisher } };
}

describe('C9 copies in portals are rewritten by a job', () => {
  test('all of them, in as many turns as it takes', async () => {
    const { state, copies, tools } = workspace(35);
    let after: Awaited<ReturnType<typeof publish>> = null;
    let turns = 0;
    do {
      after = await publish(tools, 2, after, () => false);
      turns += 1;
    } while (after !== null);
    expect([copies.size, turns]).toEqual([35, 5]);
    expect(copies.get('cli_0034')).toEqual({ tier: 'of cli_0034' });
    expect(state.publishing).toBe(false);
  });

  test('a copy is made again when the fields move at that moment, and the rest is left to their own job', async () => {
    const { state, copies, tools } = workspace(25, (copied) => {
      if (copied === 3 && state.version === 2) state.version = 3;
    });
    expect(await publish(tools, 2, null, () => true)).toBe(null);
    expect([copies.size, state.publishing]).toEqual([10, true]);
    expect(await publish(tools, 3, null, () => true)).toBe(null);
    expect([copies.size, state.publishing]).toEqual([25, false]);
  });

  test('a job that was lost is sent again by the clock, until it is done', async () => {
    const { state, tools } = workspace(1);
    const sent: Job[] = [];
    const jobs = { send: async (job: Job) => void sent.push(job) };
    const data = { customFields: tools.customFields };
    const workspaceId = 'wsp_01JD8Z5K6M7N8P9Q0R1S2T3V4W' as never;
    expect(await resume({ data, jobs }, workspaceId)).toBe(1);
    expect(sent).toEqual([{ kind: 'custom_fields.publish', workspaceId, version: 2, after: null }]);
    await publish(tools, state.version, null, () => true);
    expect(await resume({ data, jobs }, workspaceId)).toBe(0);
  });
});
