import { Refusal } from '#contracts/errors.ts';
import type { BulkEditId, ClientId, UserId } from '#contracts/ids.ts';
import { BULK_HOURS, type BulkEdit, type BulkState } from '#contracts/schemas/bulk-edit.ts';
import {
  add,
  apply,
  assertMay,
  beforeOf,
  changedBy,
  type Foreseen,
  foresee,
  markOf,
  outcomeOf,
  putBack,
} from './bulk-changes.ts';
import { hoursAfter, isKept, next } from './bulk-edits.ts';
import { prepare } from './bulk-preview.ts';
import { type Frozen, type KeptRow, ROW_KEPT, STOPPED } from './bulk-store.ts';
import type { BulkTools, Progress } from './bulk-tools.ts';
import * as Clients from './clients.ts';

/** Clients between two marks of progress: as many as a worker that dies has to look at again. */
const STEP = 25;

/**
 * Goes on with a bulk edit wherever it stands. Safe to repeat and to run twice at once: a client and its row are
 * written together, and progress is marked over the version it was made from.
 * @returns false when time ran out before the end: the job is to be sent again
 */
export async function proceed(
  tools: BulkTools,
  { userId, bulkEditId }: { userId: UserId; bulkEditId: BulkEditId },
  hasTime: () => boolean,
): Promise<boolean> {
  while (hasTime()) {
    const edit = await tools.edits.get(userId, bulkEditId);
    const step = edit && isKept(tools.clock, edit) && steps[edit.state];
    if (!step || !(await advance(tools, edit, step))) return true;
  }
  return false;
}

const steps: Partial<Record<BulkState, (tools: BulkTools, edit: BulkEdit) => Promise<Progress>>> = {
  preparing: prepare,
  running: changeSome,
  cancelling: settle,
  undoing: undoSome,
};

/** Makes one step and marks it. @returns false when somebody else is at the same work, and is ahead */
async function advance(
  tools: BulkTools,
  edit: BulkEdit,
  step: (tools: BulkTools, edit: BulkEdit) => Promise<Progress>,
): Promise<boolean> {
  const { change, frozen } = await step(tools, edit);
  try {
    await tools.edits.update(edit, next(tools.clock, edit, change), frozen);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'version_conflict') throw error;
    // One that was stopped goes on as what it is by now.
    return (await tools.edits.get(edit.userId, edit.id))?.state !== edit.state;
  }
}

async function changeSome(tools: BulkTools, edit: BulkEdit): Promise<Progress> {
  const some = await tools.edits.frozen(edit, edit.handled, STEP);
  const rows = await tools.edits.rowsOf(edit.id, idsOf(some));
  for (const frozen of some) {
    const [clientId] = frozen;
    if (rows.has(clientId)) continue;
    const row = await unlessStopped(tools, edit, clientId, () => changeOne(tools, edit, frozen));
    if (!row) break;
    rows.set(clientId, row);
  }
  const handled = edit.handled + rows.size;
  const change = { handled, tally: add(edit.tally, outcomesOf(rows.values())) };
  return { change: handled < edit.total ? change : { ...change, ...ended(tools, change, 'done') } };
}

/** No further row can come: those since the last mark are counted, and it has ended. */
async function settle(tools: BulkTools, edit: BulkEdit): Promise<Progress> {
  const rows = await tools.edits.rowsOf(edit.id, idsOf(await tools.edits.frozen(edit, edit.handled, STEP)));
  const change = {
    handled: edit.handled + rows.size,
    tally: add(edit.tally, outcomesOf(rows.values())),
  };
  return { change: { ...change, ...ended(tools, change, 'cancelled') } };
}

async function undoSome(tools: BulkTools, edit: BulkEdit): Promise<Progress> {
  const undo = edit.undo ?? { handled: 0, tally: add(edit.tally, []) };
  const count = Math.min(STEP, edit.handled - undo.handled);
  const some = idsOf(await tools.edits.frozen(edit, undo.handled, count));
  const undone: KeptRow[] = [];
  for (const row of (await tools.edits.rowsOf(edit.id, some)).values()) {
    if (row.outcome !== 'ok') continue;
    const mended = row.undone
      ? row
      : await unlessStopped(tools, edit, row.clientId, () => undoOne(tools, edit, row));
    if (mended) undone.push(mended);
  }
  const handled = undo.handled + some.length;
  const tally = add(
    undo.tally,
    undone.flatMap((row) => row.undone ?? []),
  );
  const isDone = handled >= edit.handled;
  return {
    change: { undo: { handled, tally }, ...(isDone && { state: 'undone' as const, undoUntil: null }) },
  };
}

/** Changes one client, or keeps why not. */
async function changeOne(
  tools: BulkTools,
  edit: BulkEdit,
  [clientId, version, mark]: Frozen,
): Promise<KeptRow> {
  const row: KeptRow = { clientId, outcome: 'ok', code: null, before: null, version: null, undone: null };
  const missed = async (why: Foreseen) => {
    await tools.edits.keep(edit, { ...row, ...why });
    return { ...row, ...why };
  };
  const actor = await tools.actor();
  if (!actor) return missed({ outcome: 'denied', code: 'not_found' });
  try {
    assertMay(actor, edit.change);
    const client = await Clients.get(tools.as(actor), clientId);
    // Who changed something else since, a contact for one, is not in the way.
    if (markOf(client, edit.change) !== mark) Clients.assertVersion(client, version);
    const foreseen = foresee(client, edit.change);
    if (foreseen.outcome !== 'ok') return await missed(foreseen);
    const after = markOf(changedBy(client, edit.change), edit.change);
    const changed = {
      ...row,
      before: beforeOf(client, edit.change),
      version: client.version + 1,
      after,
    };
    await apply(tools.as(actor, { edit, row: changed }), client, edit.change);
    return changed;
  } catch (error) {
    const why = outcomeOf(error);
    if (!why) throw error;
    return missed(why);
  }
}

/** Gives one client back what it had, or keeps why not. */
async function undoOne(tools: BulkTools, edit: BulkEdit, row: KeptRow): Promise<KeptRow> {
  const { before, version } = row;
  const restored: KeptRow = { ...row, undone: 'ok' };
  try {
    const actor = await tools.actor();
    if (!actor || !before || version === null) throw new Refusal('forbidden');
    assertMay(actor, edit.change);
    const expected = { version, mark: row.after, change: edit.change };
    await putBack(tools.as(actor, { edit, row: restored }), row.clientId, before, expected);
    return restored;
  } catch (error) {
    const why = outcomeOf(error);
    if (!why) throw error;
    const left: KeptRow = { ...row, undone: why.outcome };
    await tools.edits.keep(edit, left);
    return left;
  }
}

/** The row that came of it; the one that somebody was faster to keep; null once the bulk edit was stopped. */
async function unlessStopped(
  tools: BulkTools,
  edit: BulkEdit,
  clientId: ClientId,
  attempt: () => Promise<KeptRow>,
): Promise<KeptRow | null> {
  try {
    return await attempt();
  } catch (error) {
    const mark = error instanceof Refusal ? error.options.internal : undefined;
    if (mark === STOPPED) return null;
    if (mark === ROW_KEPT) return (await tools.edits.rowsOf(edit.id, [clientId])).get(clientId) ?? null;
    throw error;
  }
}

/** The end of a bulk edit; what changed something can be taken back for a day. */
function ended(
  { clock }: BulkTools,
  { tally }: Pick<BulkEdit, 'tally'>,
  state: BulkState,
): Partial<BulkEdit> {
  const finishedAt = clock.now();
  return { state, finishedAt, undoUntil: tally.ok > 0 ? hoursAfter(finishedAt, BULK_HOURS) : null };
}

const idsOf = (frozen: readonly Frozen[]) => frozen.map(([clientId]) => clientId);
const outcomesOf = (rows: Iterable<KeptRow>) => [...rows].map(({ outcome }) => outcome);
