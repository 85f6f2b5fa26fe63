import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { ClientRow } from '#contracts/schemas/client.ts';
import { foldName } from '#data/keys.ts';
import { merge, type Position, type Run } from '#data/repositories/client-lists.ts';

const me = '5f0f3c1e-0f43-4b57-9d3e-0a8b3f2a7c11' as UserId;
const other = '5f0f3c1e-0f43-4b57-9d3e-0a8b3f2a7c12' as UserId;

/** The order of the table: bytes of the folded name, then of the id. */
const keyOf = (name: string, id: string) => Buffer.from(`${foldName(name)}#${id}`);
const sorted = (rows: readonly ClientRow[]) =>
  [...rows].sort((a, b) => Buffer.compare(keyOf(a.name, a.id), keyOf(b.name, b.id)));

/** Few names, so that many are alike; some that UTF-16 sorts otherwise than bytes do. */
const clients = fc
  .array(
    fc.record({
      name: fc.constantFrom('a', 'A b', 'ab', 'b', 'Z', 'é', '\u{10400}', '\uff5e', '#', 'a#b'),
      owned: fc.boolean(),
      linked: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ name, owned, linked }, n) => {
      const id = `cli_${String(n).padStart(26, '0')}` as ClientId;
      return { linked, owned, row: { id, name, ownerId: owned ? me : other } as ClientRow };
    }),
  );

/** What one query of an index answers: rows after a position, at most so many, and whether there are more. */
function query(rows: readonly ClientRow[], from: Position | null, limit: number): Run {
  const start = from && Buffer.from(`${from.nameKey}#${from.clientId}`);
  const left = rows.filter(({ name, id }) => !start || Buffer.compare(keyOf(name, id), start) > 0);
  // Like the table, it says that there may be more when the page is full, though nothing may follow.
  return { rows: left.slice(0, limit), hasMore: left.length >= limit };
}

test('pages of any size together are what a member sees, sorted, none twice and none missing', () => {
  fc.assert(
    fc.property(clients, fc.integer({ min: 1, max: 9 }), (all, limit) => {
      const owned = sorted(all.filter((one) => one.owned).map(({ row }) => row));
      const linked = sorted(all.filter((one) => one.linked).map(({ row }) => row));
      const seen = all.filter((one) => one.owned || one.linked).map(({ row }) => row);
      const found: ClientRow[] = [];
      let from: Position | null = null;
      for (let pages = 0; pages <= seen.length + 1; pages += 1) {
        const page = merge(me, query(owned, from, limit), query(linked, from, limit), limit);
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        if (page.next) expect(page.rows.length).toBe(limit);
        found.push(...page.rows);
        from = page.next;
        if (!from) break;
      }
      expect(from).toBeNull();
      expect(found.map(({ id }) => id)).toEqual(sorted(seen).map(({ id }) => id));
    }),
    { numRuns: 500 },
  );
});
