import { type ActorStamp, type StaffActor, stamp } from '#contracts/actor.ts';
import { type Likelihood, type PairQueue, type TraitKind, traitKinds } from '#contracts/duplicate-signs.ts';
import { notFound } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { type DuplicatePair, PairedClient } from '#contracts/schemas/duplicate.ts';
import { type ClientReader, versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import { weightOf } from './duplicates.ts';
import { nextVersion } from './records.ts';
import { sees } from './view-scope.ts';

/** What two clients share: its kind, and its value hashed as the index of traits has it. */
export type Sign = `${TraitKind} ${string}`;

export const signOf = (kind: TraitKind, hash: string): Sign => `${kind} ${hash}`;

/** Two clients, of which the first was there first. */
export type Two = readonly [ClientId, ClientId];

/** Two clients in the order in which a pair names them. */
export const twoOf = (one: ClientId, other: ClientId): Two => (one < other ? [one, other] : [other, one]);

/** Two clients that share something, or of which somebody said that they are two. */
export interface Pair {
  clientId: ClientId;
  otherId: ClientId;
  version: number;
  signs: readonly Sign[];
  /** Somebody said that they are two although they share all this. */
  dismissal: { signs: readonly Sign[]; at: string; by: ActorStamp } | null;
  /** One of them is in the trash, and the pair nobody's business for that long. */
  asleep: boolean;
  updatedAt: string;
  updatedBy: ActorStamp;
}

export interface PairReader {
  /** @returns the pair, strongly consistent, or null */
  get(two: Two): Promise<Pair | null>;
  /** Pairs of a queue, the likeliest first, the newer of two alike. */
  list(queue: PairQueue, page: PageRequest): Promise<Page<Pair>>;
}

export interface PairWriter {
  /** @throws {Refusal} `version_conflict` when it is no longer at `before` */
  change(before: Pair, after: Pair, answer: DuplicatePair): Promise<void>;
}

type Reading = Deps<{ clients: ClientReader; pairs: PairReader }>;
type Writing = Deps<{ clients: ClientReader; pairs: PairReader & PairWriter }>;

/** Where a pair stands: a dismissal covers what they shared then, and whatever is new asks again. */
export function queueOf({ signs, dismissal, asleep }: Pair): PairQueue | null {
  if (asleep || signs.length === 0) return null;
  return dismissal && signs.every((sign) => dismissal.signs.includes(sign)) ? 'dismissed' : 'open';
}

/** The kinds of what is shared, the strongest first. */
export const kindsOf = (signs: readonly Sign[]): TraitKind[] =>
  traitKinds.filter((kind) => signs.some((sign) => sign.startsWith(`${kind} `)));

/** What a queue is sorted by: a stronger sign outweighs all weaker ones together. */
export const rankOf = ({ signs }: Pair): number => weightOf(kindsOf(signs));

/**
 * A page of the pairs that this actor may judge: of whose clients he sees both, and of what he may read of what
 * they share. It may hold fewer than were asked for.
 */
export async function list(
  { actor, data }: Reading,
  queue: PairQueue,
  page: PageRequest,
): Promise<Page<DuplicatePair>> {
  const pairs = await data.pairs.list(queue, page);
  const ids = [...new Set(pairs.data.flatMap(({ clientId, otherId }) => [clientId, otherId]))];
  const clients = new Map((await data.clients.some(ids)).map((client) => [client.id, client]));
  return { ...pairs, data: pairs.data.flatMap((pair) => shownTo(actor, pair, clients) ?? []) };
}

/**
 * Says of two clients that they are two, or takes it back. What one said once holds when a sign goes and comes
 * again; a sign that nobody knew of then asks again.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function decide(
  deps: Writing,
  two: Two,
  dismissed: boolean,
  expected: number,
): Promise<DuplicatePair> {
  const { actor, clock, data } = deps;
  const before = await data.pairs.get(two);
  const clients = new Map((await data.clients.some(two)).map((client) => [client.id, client]));
  const shown = before && queueOf(before) && shownTo(actor, before, clients);
  if (!before || !shown) throw notFound('no such pair for this actor');
  if (before.version !== expected) throw versionConflict(before);
  if (dismissed === (queueOf(before) === 'dismissed')) return shown;
  const signs = [...new Set([...(before.dismissal?.signs ?? []), ...before.signs])].sort();
  const dismissal = dismissed ? { signs, at: clock.now(), by: stamp(actor) } : null;
  const after = nextVersion(deps, before, { ...before, dismissal });
  const answer = shownTo(actor, after, clients) ?? shown;
  await data.pairs.change(before, after, answer);
  return answer;
}

/** The pair as this actor may read it, or null where it does not exist for him. */
function shownTo(
  actor: StaffActor,
  pair: Pair,
  clients: ReadonlyMap<ClientId, Client>,
): DuplicatePair | null {
  const [one, other] = [clients.get(pair.clientId), clients.get(pair.otherId)];
  const shared = kindsOf(pair.signs).filter((kind) => mayRead(actor, kind));
  if (!isJudged(actor, one) || !isJudged(actor, other) || shared.length === 0) return null;
  const { dismissal } = pair;
  return {
    version: pair.version,
    clients: [factsOf(one), factsOf(other)],
    shared,
    likelihood: likelihoodOf(shared),
    dismissed:
      dismissal && queueOf(pair) === 'dismissed' ? { at: dismissal.at, byName: dismissal.by.label } : null,
  };
}

const isJudged = (actor: StaffActor, client: Client | undefined): client is Client =>
  client !== undefined && !client.deletedAt && sees(actor, client);

const mayRead = ({ permissions }: StaffActor, kind: TraitKind): boolean =>
  (kind !== 'taxId' || permissions.has('clients.view_tax')) &&
  (kind !== 'email' || permissions.has('stakeholders.view'));

/** One tax id is one company; one sign of another kind may be chance, two hardly are. */
const likelihoodOf = (shared: readonly TraitKind[]): Likelihood =>
  shared.includes('taxId') ? 'certain' : shared.length > 1 ? 'likely' : 'possible';

const factsOf = (client: Client): PairedClient =>
  PairedClient.strip().parse({ ...client, city: client.addresses[0]?.city ?? null });
