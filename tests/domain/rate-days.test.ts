import { expect, test } from 'vitest';
import { Refusal } from '#contracts/errors.ts';
import type { Rate } from '#contracts/schemas/rate.ts';
import { copy, uplift } from '#domain/rate-moves.ts';
import { validOn } from '#domain/rate-rules.ts';
import { change, type RateDiff } from '#domain/rates.ts';
import { seeded } from '../support/seeded.ts';
import { day, kept, wanted } from '../support/wanted-rates.ts';

/** What the rates of a position are worth on a day, counted without the rule under test. */
function countedOn(rates: readonly Rate[], positionKey: string, on: string): Rate[] {
  const of = rates.filter((rate) => rate.positionKey === positionKey);
  // Whichever begun and have not ended, by their own day or the next beginning.
  return of.filter(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= on &&
      (effectiveTo === null || effectiveTo >= on) &&
      of.every((other) => other.effectiveFrom <= effectiveFrom || other.effectiveFrom > on),
  );
}

/** Rates of one home, kept by the rules alone, as its repository would keep them. */
function keeper(initial: Rate[] = []) {
  let rates = initial;
  let [head, made] = [0, 0];
  const change = async (_: unknown, __: number, diff: RateDiff) => {
    const gone = new Set([...diff.removed, ...diff.updated].map(({ before }) => before.id));
    rates = [
      ...rates.filter(({ id }) => !gone.has(id)),
      ...diff.updated.map(({ after }) => after),
      ...diff.created,
    ];
    head += 1;
  };
  const other: Rate[] = ['p0', 'p1', 'p2'].map((positionKey) => kept(wanted({ positionKey })));
  const deps = {
    actor: { type: 'staff', userId: 'usr_1', label: 'Ana', permissions: new Set(['clients.view_all']) },
    clock: { now: () => '2026-01-01T00:00:00.000Z' },
    ids: {
      next: () => {
        made += 1;
        return `rat_made_${made}`;
      },
    },
    data: {
      lists: { all: async () => [] },
      clients: { get: async () => ({ id: 'cli_other' }) },
      workspaces: { get: async () => ({ currency: 'EUR', timeZone: 'UTC' }) },
      rates: {
        all: async (home: unknown) => (home === 'card' ? { head, rates } : { head: 0, rates: other }),
        change,
      },
    },
  };
  return { deps, rates: () => rates };
}

test('R2 whatever is added, moved, removed, raised or copied: no date has two rates of a position', async () => {
  const written = { change: 0, remove: 0, move: 0, uplift: 0, copy: 0, refused: 0 };
  for (let seed = 1; seed <= 150; seed += 1) {
    const random = seeded(seed);
    const { deps, rates } = keeper();
    const dependencies = deps as never;
    for (let step = 0; step < 14; step += 1) {
      const from = random(40);
      const row = {
        position: `p${random(3)}`,
        regular: 10_000,
        effectiveFrom: day(from),
        effectiveTo: random(2) === 0 ? null : day(from + random(15)),
      };
      const one = rates()[random(Math.max(1, rates().length))];
      const named = one && { id: one.id, version: one.version };
      const act = (['change', 'change', 'move', 'remove', 'uplift', 'copy'] as const)[random(6)] ?? 'change';
      const before = JSON.stringify(rates());
      try {
        if (act === 'change') await change(dependencies, 'card', { put: [row], remove: [] });
        if (act === 'move') await change(dependencies, 'card', { put: [{ ...row, ...named }], remove: [] });
        if (act === 'remove' && named) await change(dependencies, 'card', { put: [], remove: [named] });
        const rule = { percent: 500, from: day(from), roundTo: 1, rounding: 'nearest' } as const;
        const later = random(2) === 0 ? ('keep' as const) : ('raise' as const);
        if (act === 'uplift') await uplift(dependencies, 'card', { ...rule, later }, false);
        if (act === 'copy') {
          await copy(dependencies, 'card', { from: 'cli_other' as never, effectiveFrom: day(from) }, false);
        }
        if (JSON.stringify(rates()) !== before) written[act] += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        written.refused += 1;
        expect(JSON.stringify(rates())).toBe(before);
      }
      const places = rates().map(({ positionKey, effectiveFrom }) => `${positionKey} ${effectiveFrom}`);
      expect(new Set(places).size, `places, seed ${seed}, step ${step}`).toBe(places.length);
    }
    for (let n = 0; n < 60; n += 1) {
      for (const positionKey of ['p0', 'p1', 'p2']) {
        const of = rates().filter((rate) => rate.positionKey === positionKey);
        const valid = countedOn(of, positionKey, day(n));
        expect(valid.length, `seed ${seed}, day ${n}`).toBeLessThanOrEqual(1);
        expect(validOn(of, day(n))).toEqual(valid);
        const ends = of.filter(
          ({ effectiveFrom, effectiveTo }) => effectiveTo && effectiveFrom <= day(n) && effectiveTo >= day(n),
        );
        expect(ends.length, `explicit ends, seed ${seed}, day ${n}`).toBeLessThanOrEqual(1);
      }
    }
  }
  // Each of them was really tried, and some of them really refused.
  for (const [act, times] of Object.entries(written)) expect([act, times > 20]).toEqual([act, true]);
});
