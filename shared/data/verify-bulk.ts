import type { BulkState, BulkTally } from '#contracts/schemas/bulk-edit.ts';
import { add, noTally } from '#domain/bulk-changes.ts';
import type { BulkCensus } from './census-bulk.ts';

/** States in which no job is at it. */
const resting: readonly BulkState[] = ['ready', 'cancelled', 'done', 'failed', 'undone'];

/** Of every bulk edit at rest, how many clients met which outcome is what its rows say. */
export function miscountedBulkEdits({ bulkEdits, bulkRows }: BulkCensus): string[] {
  return [...bulkEdits.values()].flatMap(({ id, state, total, handled, tally, undo }) => {
    if (!resting.includes(state)) return [];
    const rows = bulkRows.get(id) ?? [];
    const counted = add(
      noTally,
      rows.map(({ outcome }) => outcome),
    );
    const undone = add(
      noTally,
      rows.flatMap((row) => row.undone ?? []),
    );
    const problems = [
      ...(same(counted, tally) ? [] : [`${id} has other rows than it counts`]),
      ...(rows.length === handled ? [] : [`${id} says ${handled} of ${rows.length} rows`]),
      ...(same(undone, undo?.tally ?? noTally) ? [] : [`${id} was taken back otherwise than it counts`]),
    ];
    return handled === total || !['done', 'undone'].includes(state) || undo
      ? problems
      : [...problems, `${id} is ${state} before its end`];
  });
}

const same = (a: BulkTally, b: BulkTally) =>
  Object.entries(a).every(([outcome, number]) => b[outcome as keyof BulkTally] === number);
