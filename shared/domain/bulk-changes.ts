import { createHash } from 'node:crypto';
import { type Demand, gatesOf, pass } from '#contracts/access.ts';
import type { StaffActor } from '#contracts/actor.ts';
import { invalidField, Refusal } from '#contracts/errors.ts';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { Permission } from '#contracts/permissions.ts';
import type { Route } from '#contracts/route.ts';
import { bulkEdits as bulkRoutes } from '#contracts/routes/bulk-edits.ts';
import { clients as clientRoutes } from '#contracts/routes/clients.ts';
import type { BulkChange, BulkOutcome, BulkTally } from '#contracts/schemas/bulk-edit.ts';
import { type Client, type ClientStatus, MOST_TAGS } from '#contracts/schemas/client.ts';
import { tagKey, uniqueTags } from '#contracts/tags.ts';
import type { CodeReader } from './client-codes.ts';
import * as Clients from './clients.ts';
import type { Deps } from './deps.ts';
import type { ListReader } from './lists.ts';
import { type MemberReader, resolveOwner } from './members.ts';

/** What changing one client takes. */
export type Changing = Deps<{
  clients: Clients.ClientReader & Clients.ClientWriter;
  codes: CodeReader;
  members: MemberReader;
  lists: ListReader;
}>;

/** The fields of a client that a bulk edit changed, as they were. */
export type Before =
  | { status: ClientStatus; statusReason: string | null }
  | { ownerId: UserId }
  | { tags: string[] };

export const noTally: BulkTally = { ok: 0, unchanged: 0, denied: 0, invalid: 0, conflict: 0 };

/** A tally with these outcomes added. */
export function add(tally: BulkTally, outcomes: Iterable<BulkOutcome>): BulkTally {
  const sum = { ...tally };
  for (const outcome of outcomes) sum[outcome] += 1;
  return sum;
}

/** What a change asks for as a single one, beside the key for changing many. */
const singly = {
  status: clientRoutes.setStatus,
  owner: clientRoutes.update,
  tags: clientRoutes.update,
} as const satisfies Record<BulkChange['field'], Route>;

const demandOf = ({ feature, permission }: Route): Demand => ({
  feature,
  permission: permission as Permission,
});

/**
 * Holds the rights of whoever changes many clients against this change.
 * @throws {Refusal} of the first gate that stays shut
 */
export function assertMay(actor: StaffActor, { field }: Pick<BulkChange, 'field'>): void {
  for (const route of [bulkRoutes.create, singly[field]]) pass(gatesOf(actor, demandOf(route)));
}

/** What a change comes to for one client, without making it. */
export interface Foreseen {
  outcome: BulkOutcome;
  code: string | null;
}

/**
 * What a change would come to for a client as it stands, by the rules of single changes; null stands for one
 * that there is not, or not for whoever asks.
 */
export function foresee(client: Client | null, change: BulkChange): Foreseen {
  if (!client || client.deletedAt) return { outcome: 'denied', code: 'not_found' };
  if (isAlready(client, change)) return { outcome: 'unchanged', code: null };
  if (change.field === 'status' && !Clients.transitions[client.status].includes(change.status)) {
    return { outcome: 'invalid', code: 'invalid_transition' };
  }
  if (change.field === 'tags' && tagsAfter(client.tags, change).length > MOST_TAGS) {
    return { outcome: 'invalid', code: 'too_many_tags' };
  }
  return { outcome: 'ok', code: null };
}

function isAlready(client: Client, change: BulkChange): boolean {
  switch (change.field) {
    case 'status':
      return client.status === change.status;
    case 'owner':
      return client.ownerId === change.ownerId;
    case 'tags':
      return JSON.stringify(tagsAfter(client.tags, change)) === JSON.stringify(client.tags);
  }
}

/** Tags keep their order and their case; new ones come behind. */
function tagsAfter(tags: readonly string[], change: Extract<BulkChange, { field: 'tags' }>): string[] {
  const [added, removed] = [change.add, change.remove].map((some) => new Set(some.map(tagKey)));
  const stays = (tag: string) =>
    !removed?.has(tagKey(tag)) && (!change.clear || Boolean(added?.has(tagKey(tag))));
  return uniqueTags([...tags.filter(stays), ...change.add]);
}

/** What a change takes from a client, for taking it back. */
export function beforeOf(client: Client, { field }: BulkChange): Before {
  switch (field) {
    case 'status':
      return { status: client.status, statusReason: client.statusReason };
    case 'owner':
      return { ownerId: client.ownerId };
    case 'tags':
      return { tags: client.tags };
  }
}

/** The fields of a client that a change would leave. */
export function changedBy(client: Client, change: BulkChange): Client {
  switch (change.field) {
    case 'status':
      return { ...client, status: change.status, statusReason: change.reason ?? null };
    case 'owner':
      return { ...client, ownerId: change.ownerId };
    case 'tags':
      return { ...client, tags: tagsAfter(client.tags, change) };
  }
}

/** A mark of the fields that a change is about: as long as it is the same, nobody else changed them. */
export const markOf = (client: Client, change: BulkChange): string =>
  createHash('sha256')
    .update(JSON.stringify(beforeOf(client, change)))
    .digest('base64url')
    .slice(0, 16);

/**
 * Makes the change on one client, by the very rule that a single change goes through.
 * @throws {Refusal} whatever that rule refuses
 */
export async function apply(
  deps: Changing,
  { id, tags, version }: Client,
  change: BulkChange,
): Promise<Client> {
  if (change.field === 'status') {
    const { status, reason } = change;
    return Clients.setStatus(deps, id, { status, ...(reason && { reason }) }, version);
  }
  if (change.field === 'owner') return Clients.update(deps, id, { ownerId: change.ownerId }, version);
  const after = tagsAfter(tags, change);
  if (after.length > MOST_TAGS) throw invalidField('/tags', 'too_many_tags', 'would be too many');
  return Clients.update(deps, id, { tags: after }, version);
}

/**
 * Gives a client back what it had, unless these fields were edited since. State machine 1 is not asked: nothing happened in
 * between. Nor is the view scope: whoever gave a client away has proof in hand that he saw it like this.
 * @throws {Refusal} `version_conflict`, `validation_failed` for an owner who cannot own any more
 */
export async function putBack(
  deps: Changing,
  clientId: ClientId,
  before: Before,
  { version, mark, change }: { version: number; mark?: string | null | undefined; change: BulkChange },
): Promise<Client> {
  const client = await deps.data.clients.get(clientId);
  if (!client || client.deletedAt) throw new Refusal('version_conflict', { internal: 'it is gone' });
  if (!mark || markOf(client, change) !== mark) Clients.assertVersion(client, version);
  const fields = 'ownerId' in before ? await resolveOwner(deps, before.ownerId) : before;
  return Clients.save(deps, client, { ...client, ...fields });
}

/** Refusals that say the change does not fit the client; those that say nobody may make it are `denied`. */
const outcomes: Partial<Record<Refusal['code'], BulkOutcome>> = {
  version_conflict: 'conflict',
  not_found: 'denied',
  client_merged: 'denied',
  forbidden: 'denied',
  plan_required: 'denied',
  limit_reached: 'denied',
  validation_failed: 'invalid',
  invalid_transition: 'invalid',
};

/** What a refusal means for a row; null for trouble that passes, after which the row is tried again. */
export function outcomeOf(error: unknown): Foreseen | null {
  if (!(error instanceof Refusal)) return null;
  const outcome = outcomes[error.code];
  return outcome ? { outcome, code: error.options.errors?.[0]?.code ?? error.code } : null;
}
