import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type {
  Client,
  ClientCounts,
  ClientCreate,
  ClientPatch,
  ClientStatus,
  ClientStatusChange,
} from '#contracts/schemas/client.ts';
import { type CodeReader, withFreeCodes } from './client-codes.ts';
import { newClient } from './client-fields.ts';
import { absence } from './client-pointers.ts';
import type { Deps } from './deps.ts';
import { assertOffered, type ListReader } from './lists.ts';
import { type MemberReader, type Owner, resolveOwner } from './members.ts';
import { defined, nextVersion, whileMoving } from './records.ts';
import { assertMayWriteTaxId, withoutTaxId } from './tax-ids.ts';
import { sees, sightOf } from './view-scope.ts';

export interface ClientReader {
  /** The client, live or in the trash, or null when the workspace has none of this id. */
  get(clientId: ClientId): Promise<Client | null>;
  /** Those of these clients that are there, the trash included; at most a hundred, in no order. */
  some(clientIds: readonly ClientId[]): Promise<Client[]>;
  /** Where a client points to that was merged into another one; null for every other. */
  mergedInto(clientId: ClientId): Promise<ClientId | null>;
  /** Live clients by status, from the counter. */
  counts(): Promise<ClientCounts>;
  /** Live clients that one member owns, or is linked to as well, by status, from his own counter. */
  countsOf(userId: UserId, sight: 'linked' | 'owned'): Promise<ClientCounts>;
}

export interface ClientWriter {
  /** Writes client, counters and code guard together, and keeps the answer. @throws {Refusal} `code_taken` */
  create(client: Client, answer: Client): Promise<void>;
  /**
   * Writes the next state of a client with whatever hangs on it: counters, sights, code guard; keeps the answer.
   * @throws {Refusal} `version_conflict` when it is no longer at `before.version`, or `LINKS_MOVED`; `code_taken`
   */
  update(before: Client, after: Client, answer: Client): Promise<void>;
}

type Reading = Deps<{ clients: ClientReader }>;
type Writing = Deps<{ clients: ClientReader & ClientWriter }>;
type Owning = Deps<{
  clients: ClientReader & ClientWriter;
  codes: CodeReader;
  members: MemberReader;
  lists: ListReader;
}>;

/**
 * Opens a client for business; it is pending until somebody makes it active.
 * @throws {Refusal} `validation_failed` for an owner who cannot own, `code_taken` with free codes,
 * `forbidden` for a tax id
 */
export async function create(deps: Owning, input: ClientCreate): Promise<Client> {
  const { actor, data } = deps;
  assertMayWriteTaxId(actor, { taxId: input.taxId ?? undefined });
  await assertOffered(deps, 'service_types', input.primaryServiceTypeKey, '/primaryServiceTypeKey');
  const client = newClient(deps, input, await resolveOwner(deps, input.ownerId));
  const answer = withoutTaxId(actor, client);
  await withFreeCodes(data.codes, client.name, () => data.clients.create(client, answer));
  return answer;
}

/**
 * A live client that this actor may see.
 * @throws {Refusal} `not_found` when it is absent, foreign, in the trash or out of his sight
 */
export async function get({ actor, data }: Reading, clientId: ClientId): Promise<Client> {
  const client = await find({ actor, data }, clientId);
  if (client.deletedAt) throw notFound('client is in the trash');
  return client;
}

/**
 * A client that this actor may see, live or in the trash.
 * @throws {Refusal} `not_found`
 */
export async function find(
  { actor, data }: Pick<Reading, 'actor' | 'data'>,
  clientId: ClientId,
): Promise<Client> {
  const client = await data.clients.get(clientId);
  if (!client) throw await absence({ actor, data }, clientId);
  if (!sees(actor, client)) throw notFound('client is out of the view scope');
  return client;
}

/**
 * A live client as this actor may read it.
 * @throws {Refusal} `not_found`
 */
export const read = async (deps: Reading, clientId: ClientId): Promise<Client> =>
  withoutTaxId(deps.actor, await get(deps, clientId));

/** How many live clients of each status this actor may see. */
export const counts = ({ actor, data }: Reading): Promise<ClientCounts> => {
  const sight = sightOf(actor);
  return sight === 'all' ? data.clients.counts() : data.clients.countsOf(actor.userId, sight);
};

/**
 * Changes the fields that the patch names; the same values again change nothing and make no version.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed` for the owner, `code_taken`,
 * `forbidden` for a tax id
 */
export async function update(
  deps: Owning,
  clientId: ClientId,
  { ownerId, ...patch }: ClientPatch,
  expected: number,
): Promise<Client> {
  const { actor, data } = deps;
  assertMayWriteTaxId(actor, patch);
  const before = await current(deps, clientId, expected);
  const serviceType = patch.primaryServiceTypeKey;
  if (serviceType !== before.primaryServiceTypeKey) {
    await assertOffered(deps, 'service_types', serviceType, '/primaryServiceTypeKey');
  }
  const owner = ownerId && ownerId !== before.ownerId ? await resolveOwner(deps, ownerId) : {};
  const after = { ...before, ...defined(patch), ...owner };
  return withFreeCodes(data.codes, after.name, () => save(deps, before, after));
}

/**
 * Gives a client, in the trash or not, to another owner, whoever sees it: somebody leaves, and his clients
 * stay. False when somebody else changed it at that moment.
 */
export async function giveTo(deps: Writing, clientId: ClientId, owner: Owner): Promise<boolean> {
  const before = await deps.data.clients.get(clientId);
  if (!before) return false;
  try {
    await save(deps, before, { ...before, ...owner });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'version_conflict') return false;
    throw error;
  }
}

/** The moves of state machine 1; nobody goes back to pending. */
export const transitions: Record<ClientStatus, readonly ClientStatus[]> = {
  pending: ['active', 'inactive'],
  active: ['inactive'],
  inactive: ['active'],
};

/**
 * Makes a client active or inactive; the status it has already is no change.
 * @throws {Refusal} `not_found`, `version_conflict`, `invalid_transition` naming the allowed moves,
 * `validation_failed` without a reason for making it inactive
 */
export async function setStatus(
  deps: Writing,
  clientId: ClientId,
  { status, reason }: ClientStatusChange,
  expected: number,
): Promise<Client> {
  const before = await current(deps, clientId, expected);
  if (before.status === status) return withoutTaxId(deps.actor, before);
  const allowed = transitions[before.status];
  if (!allowed.includes(status)) {
    throw new Refusal('invalid_transition', {
      detail: `A client that is ${before.status} can become ${allowed.join(' or ')}.`,
      extra: { from: before.status, allowed },
    });
  }
  if (status === 'inactive' && reason === undefined) {
    throw invalidField('/reason', 'custom', 'is needed to make a client inactive');
  }
  return save(deps, before, { ...before, status, statusReason: reason ?? null });
}

/**
 * Moves a client to the trash; it keeps its code and its status.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function remove(deps: Writing, clientId: ClientId, expected: number): Promise<void> {
  const before = await current(deps, clientId, expected);
  await save(deps, before, { ...before, deletedAt: deps.clock.now() });
}

/**
 * Takes a client out of the trash, in the status it had; a live one stays as it is.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function restore(deps: Writing, clientId: ClientId, expected: number): Promise<Client> {
  const before = await find(deps, clientId);
  assertVersion(before, expected);
  return before.deletedAt
    ? save(deps, before, { ...before, deletedAt: null })
    : withoutTaxId(deps.actor, before);
}

/** The live client at the version that the change is based on. */
async function current(deps: Reading, clientId: ClientId, expected: number): Promise<Client> {
  const client = await get(deps, clientId);
  assertVersion(client, expected);
  return client;
}

/** @throws {Refusal} `version_conflict` when the client is at another version than the change is based on */
export function assertVersion(client: Client, expected: number): void {
  if (client.version !== expected) throw versionConflict(client);
}

/** Somebody else was faster: who, when, and to which version. */
export const versionConflict = ({
  version,
  updatedAt,
  updatedBy,
}: Pick<Client, 'version' | 'updatedAt' | 'updatedBy'>) =>
  new Refusal('version_conflict', {
    detail: `${updatedBy.label} changed this record.`,
    extra: { version, changedAt: updatedAt, changedBy: updatedBy.label },
  });

/** Writes the next version, unless nothing differs. Links that moved meanwhile are taken over: they are no edit. */
export async function save(deps: Writing, before: Client, changed: Client): Promise<Client> {
  let base = before;
  return whileMoving(LINKS_MOVED, async (again) => {
    if (again) {
      base = (await deps.data.clients.get(before.id)) ?? before;
      assertVersion(base, before.version);
    }
    const after = nextVersion(deps, base, { ...changed, linkedIds: base.linkedIds });
    const answer = withoutTaxId(deps.actor, after);
    if (after !== base) await deps.data.clients.update(base, after, answer);
    return answer;
  });
}

/** How a repository says that only what stands beside the version moved: whom the client's projects link to it. */
export const LINKS_MOVED = 'the links of the client moved';

/** A change of what hangs on a client is no edit of the client: one that moved is read again. */
export const withFreshClient = <T>(
  deps: Reading,
  clientId: ClientId,
  attempt: (client: Client) => Promise<T>,
): Promise<T> => whileMoving(CLIENT_MOVED, async () => attempt(await get(deps, clientId)));

/** How a repository says that it was the client, and not the record in question, that somebody else changed. */
export const CLIENT_MOVED = 'the client of the record moved';
