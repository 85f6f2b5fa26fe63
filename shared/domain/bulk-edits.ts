import { notFound, Refusal } from '#contracts/errors.ts';
import type { BulkEditId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import {
  BULK_HOURS,
  type BulkEdit,
  type BulkEditCreate,
  type BulkFilter,
  type BulkOutcome,
  type BulkRow,
  type BulkState,
} from '#contracts/schemas/bulk-edit.ts';
import { assertMay, noTally } from './bulk-changes.ts';
import { type BulkEditReader, type BulkEditWriter, PROGRESSED } from './bulk-store.ts';
import { assertAskable } from './client-lists.ts';
import type { ClientReader } from './clients.ts';
import type { Clock, Deps } from './deps.ts';
import type { Jobs } from './jobs.ts';
import { type MemberReader, resolveOwner } from './members.ts';
import { defined, whileMoving } from './records.ts';
import { sees } from './view-scope.ts';

type Reading = Deps<{ bulkEdits: BulkEditReader }>;
type Writing = Deps<{ bulkEdits: BulkEditReader & BulkEditWriter }> & { jobs: Jobs };

const HOUR_MS = 60 * 60_000;
const DAYS_KEPT = 7;

/** So many hours after an instant. */
export const hoursAfter = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * HOUR_MS).toISOString();

/**
 * Prepares a bulk edit. A job freezes the selection and makes the preview; nothing changes before it is started.
 * @throws {Refusal} `forbidden` for whoever may not make the change singly, `validation_failed` for the owner
 */
export async function create(
  deps: Writing & Deps<{ members: MemberReader }>,
  { change, selection }: BulkEditCreate,
): Promise<BulkEdit> {
  const { actor, clock, ids, data } = deps;
  assertMay(actor, change);
  if (selection.by === 'filter') assertAskable(actor, selection.filter.owner, '/selection/filter/owner');
  const owner = change.field === 'owner' ? await resolveOwner(deps, change.ownerId, '/change/ownerId') : null;
  const now = clock.now();
  const picked = selection.by === 'ids' ? selection.ids : [];
  const edit: BulkEdit = {
    id: ids.next('bulk_edit'),
    version: 1,
    userId: actor.userId,
    state: 'preparing',
    change,
    ownerName: owner?.ownerName ?? null,
    filter: selection.by === 'filter' ? (defined(selection.filter) as Record<string, string>) : null,
    total: picked.length,
    handled: 0,
    tally: noTally,
    preview: null,
    problem: null,
    undo: null,
    undoUntil: null,
    createdAt: now,
    updatedAt: now,
    finishedAt: null,
    expiresAt: hoursAfter(now, DAYS_KEPT * 24),
  };
  await data.bulkEdits.create(
    edit,
    picked.map((clientId) => [clientId, 0]),
  );
  await proceed(deps, edit);
  return edit;
}

/** The filter of a bulk edit as the list takes it; what it once was checked to be. */
export const filterOf = ({ filter }: Pick<BulkEdit, 'filter'>) => filter as BulkFilter | null;

/** A page of the actor's own bulk edits, newest first. */
export async function list({ actor, clock, data }: Reading, page: PageRequest): Promise<Page<BulkEdit>> {
  const found = await data.bulkEdits.list(actor.userId, page);
  return { ...found, data: found.data.filter((edit) => isKept(clock, edit)) };
}

/**
 * One of the actor's own bulk edits.
 * @throws {Refusal} `not_found`, also for somebody else's
 */
export async function get({ actor, clock, data }: Reading, bulkEditId: BulkEditId): Promise<BulkEdit> {
  const edit = await data.bulkEdits.get(actor.userId, bulkEditId);
  if (!edit || !isKept(clock, edit)) throw notFound('no such bulk edit of this member');
  return edit;
}

/** The table forgets late: an item that has expired may still be there. */
export const isKept = (clock: Clock, { expiresAt }: BulkEdit): boolean => expiresAt > clock.now();

/**
 * What became of the clients, by name where this actor sees the client now.
 * @throws {Refusal} `not_found`
 */
export async function rows(
  deps: Deps<{ bulkEdits: BulkEditReader; clients: ClientReader }>,
  bulkEditId: BulkEditId,
  wanted: { outcome?: BulkOutcome; undone?: BulkOutcome },
  page: PageRequest,
): Promise<Page<BulkRow>> {
  const { actor, data } = deps;
  await get(deps, bulkEditId);
  const found = await data.bulkEdits.rows(bulkEditId, wanted, page);
  const clients = await data.clients.some(found.data.map(({ clientId }) => clientId));
  const names = new Map(
    clients
      .filter((client) => sees(actor, client) && !client.deletedAt)
      .map(({ id, name }) => [id, name] as const),
  );
  return {
    ...found,
    data: found.data.map(({ clientId, outcome, code, undone }) => ({
      clientId,
      name: names.get(clientId) ?? null,
      outcome,
      code,
      undone,
    })),
  };
}

/**
 * Starts what is ready. One that is running is left as it is and told to go on, should its message be lost.
 * @throws {Refusal} `not_found`, `version_conflict`, `invalid_transition` for one that is a day old
 */
export async function start(deps: Writing, bulkEditId: BulkEditId, expected: number): Promise<BulkEdit> {
  const before = await current(deps, bulkEditId, expected);
  assertMay(deps.actor, before.change);
  if (before.state === 'running') return proceed(deps, before);
  const now = deps.clock.now();
  if (before.state === 'ready' && now > hoursAfter(before.createdAt, BULK_HOURS)) {
    throw new Refusal('invalid_transition', {
      detail: 'The preview is a day old. Make a new one.',
      extra: { from: before.state, allowed: ['cancelled'] },
    });
  }
  return move(deps, before, ['ready'], { state: 'running' });
}

/**
 * Stops a bulk edit: from this moment no further client is changed. One that has not begun is simply dropped.
 * @throws {Refusal} `not_found`, `invalid_transition` for one that has ended
 */
export const cancel = (deps: Writing, bulkEditId: BulkEditId): Promise<BulkEdit> =>
  whileMoving(PROGRESSED, async () => {
    const before = await get(deps, bulkEditId);
    if (before.state === 'cancelling' || before.state === 'cancelled') return before;
    if (before.state === 'running') return move(deps, before, ['running'], { state: 'cancelling' });
    const finishedAt = deps.clock.now();
    return move(deps, before, ['preparing', 'ready', 'running'], { state: 'cancelled', finishedAt });
  });

/**
 * Takes a bulk edit back: every client that nobody edited since gets back what it had.
 * @throws {Refusal} `not_found`, `version_conflict`, `invalid_transition` after a day, or where nothing was changed
 */
export async function undo(deps: Writing, bulkEditId: BulkEditId, expected: number): Promise<BulkEdit> {
  const before = await current(deps, bulkEditId, expected);
  assertMay(deps.actor, before.change);
  if (before.state === 'undoing') return proceed(deps, before);
  if (before.undoUntil !== null && deps.clock.now() > before.undoUntil) {
    throw new Refusal('invalid_transition', {
      detail: `It could be taken back for ${BULK_HOURS} hours.`,
      extra: { from: before.state, allowed: [] },
    });
  }
  const open: BulkState[] = before.undoUntil === null ? [] : ['done', 'cancelled'];
  return move(deps, before, open, { state: 'undoing', undo: { handled: 0, tally: noTally } });
}

async function current(deps: Reading, bulkEditId: BulkEditId, expected: number): Promise<BulkEdit> {
  const edit = await get(deps, bulkEditId);
  if (edit.version !== expected) {
    throw new Refusal('version_conflict', { extra: { version: edit.version, state: edit.state } });
  }
  return edit;
}

async function move(
  deps: Writing,
  before: BulkEdit,
  from: readonly BulkState[],
  change: Partial<BulkEdit>,
): Promise<BulkEdit> {
  if (!from.includes(before.state)) {
    throw new Refusal('invalid_transition', {
      detail: `A bulk edit that is ${before.state} cannot do that.`,
      extra: { from: before.state, allowed: from },
    });
  }
  const after = next(deps.clock, before, change);
  await deps.data.bulkEdits.update(before, after);
  return proceed(deps, after);
}

/** The next version of a bulk edit. */
export const next = (clock: Clock, before: BulkEdit, change: Partial<BulkEdit>): BulkEdit => ({
  ...before,
  ...change,
  version: before.version + 1,
  updatedAt: clock.now(),
});

/** Leaves the rest to a job. A message that is lost can be sent again by asking for the same once more. */
async function proceed({ actor, jobs }: Writing, edit: BulkEdit): Promise<BulkEdit> {
  const { workspaceId, userId } = actor;
  await jobs
    .send({ kind: 'bulk_edit.proceed', workspaceId, userId, bulkEditId: edit.id })
    .catch(() => undefined);
  return edit;
}
