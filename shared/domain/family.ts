import { invalidField, Refusal } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Client, ClientCreate } from '#contracts/schemas/client.ts';
import { MOST_BELOW, MOST_LEVELS, type ParentChange } from '#contracts/schemas/family.ts';
import { type CodeReader, withFreeCodes } from './client-codes.ts';
import { newClient } from './client-fields.ts';
import { assertVersion, type ClientReader, get as getClient } from './clients.ts';
import type { Deps } from './deps.ts';
import { assertOffered, type ListReader } from './lists.ts';
import { type MemberReader, resolveOwner } from './members.ts';
import { nextVersion, whileMoving } from './records.ts';
import { assertMayWriteTaxId, withoutTaxId } from './tax-ids.ts';
import { sees } from './view-scope.ts';

export interface FamilyReader {
  /** Who stands directly below a client. */
  childIdsOf(clientId: ClientId): Promise<ClientId[]>;
  /** How often a client of the workspace was moved below another one. */
  moves(): Promise<number>;
}

export interface FamilyWriter {
  /**
   * Writes a client that stands elsewhere, on the number of moves that was read.
   * @throws {Refusal} `version_conflict`, or `FAMILY_MOVED` when somebody else moved one by then
   */
  move(before: Client, after: Client, moves: number, answer: Client): Promise<void>;
  /**
   * Writes a new client below the one that it names, on the number of moves that was read.
   * @throws {Refusal} `code_taken`, or `FAMILY_MOVED` when somebody else moved one by then
   */
  createBelow(client: Client, moves: number, answer: Client): Promise<void>;
}

/** How a repository says that another client was moved: whether this one may go there is to be looked at again. */
export const FAMILY_MOVED = 'the families of the workspace moved';

type Writing = Deps<{ clients: ClientReader; family: FamilyReader & FamilyWriter }>;

/**
 * Moves a client below another one that this actor sees, with whatever stands below it, or makes it stand alone.
 * What it may go below is read after the number of moves, and written only if that is the number still: no two
 * moves at once make a circle together.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed` for a parent who is none,
 * `hierarchy_cycle`, `hierarchy_limit`
 */
export async function setParent(
  deps: Writing,
  clientId: ClientId,
  { parentId }: ParentChange,
  expected: number,
): Promise<Client> {
  const { actor, data } = deps;
  return whileMoving(FAMILY_MOVED, async () => {
    const before = await getClient(deps, clientId);
    assertVersion(before, expected);
    if (before.parentId === parentId) return withoutTaxId(actor, before);
    const moves = parentId ? await data.family.moves() : 0;
    if (parentId) await assertMayStandBelow(deps, before, parentId);
    const after = nextVersion(deps, before, { ...before, parentId });
    const answer = withoutTaxId(actor, after);
    await data.family.move(before, after, moves, answer);
    return answer;
  });
}

/**
 * Opens a client for business below another one that this actor sees: both at once, so that none is left that
 * stands elsewhere than it was meant to.
 * @throws {Refusal} `not_found`, `hierarchy_limit`, and whatever creating a client throws
 */
export async function addBelow(
  deps: Deps<Writing['data'] & { codes: CodeReader; members: MemberReader; lists: ListReader }>,
  parentId: ClientId,
  input: ClientCreate,
): Promise<Client> {
  const { actor, data } = deps;
  assertMayWriteTaxId(actor, { taxId: input.taxId ?? undefined });
  await assertOffered(deps, 'service_types', input.primaryServiceTypeKey, '/primaryServiceTypeKey');
  const client = { ...newClient(deps, input, await resolveOwner(deps, input.ownerId)), parentId };
  const answer = withoutTaxId(actor, client);
  await whileMoving(FAMILY_MOVED, async () => {
    const moves = await data.family.moves();
    const above = await lineOf(deps, await getClient(deps, parentId));
    if (above.length >= MOST_LEVELS) throw tooDeep();
    if ((await data.family.childIdsOf(parentId)).length >= MOST_BELOW) throw tooMany();
    await withFreeCodes(data.codes, client.name, () => data.family.createBelow(client, moves, answer));
  });
  return answer;
}

async function assertMayStandBelow(deps: Writing, client: Client, parentId: ClientId): Promise<void> {
  const { actor, data } = deps;
  if (parentId === client.id) throw cycle();
  const parent = await data.clients.get(parentId);
  if (!parent || parent.deletedAt || !sees(actor, parent)) {
    throw invalidField('/parentId', 'unknown_client', 'must be a client that you see');
  }
  const above = (await lineOf(deps, parent)).map(({ id }) => id);
  if (above.includes(client.id)) throw cycle();
  const [siblings, below] = await Promise.all([data.family.childIdsOf(parentId), levelsBelow(deps, client)]);
  // Moved by somebody else between the two reads: a circle all the same, and no matter of depth.
  if (below.flat().some((one) => above.includes(one))) throw cycle();
  if (siblings.length >= MOST_BELOW) throw tooMany();
  if (above.length + 1 + below.length > MOST_LEVELS) throw tooDeep();
  if (below.flat().length > MOST_BELOW) {
    throw limit(`A client with more than ${MOST_BELOW} others below it stays where it is.`);
  }
}

/** A client and all above it, itself first, the trash included. A parent that is gone ends the line. */
export async function lineOf(
  { data }: { data: { clients: ClientReader } },
  client: Client,
): Promise<Client[]> {
  const line: Client[] = [];
  for (let next: Client | null = client; next && line.length <= MOST_LEVELS; ) {
    line.push(next);
    next = next.parentId ? await data.clients.get(next.parentId) : null;
  }
  return line;
}

/** Who stands below a client, level by level, as far down as there are any or more than may move. */
export async function levelsBelow(
  { data }: { data: { family: FamilyReader } },
  { id }: Pick<Client, 'id'>,
): Promise<ClientId[][]> {
  const levels: ClientId[][] = [];
  let level: ClientId[] = [id];
  for (;;) {
    level = (await Promise.all(level.map((one) => data.family.childIdsOf(one)))).flat();
    if (level.length === 0) return levels;
    levels.push(level);
    if (levels.length >= MOST_LEVELS || levels.flat().length > MOST_BELOW) return levels;
  }
}

const cycle = () =>
  new Refusal('hierarchy_cycle', {
    detail: 'The client that is to be the parent stands below this one, or is this one.',
    errors: [{ pointer: '/parentId', code: 'hierarchy_cycle', message: 'stands below this client' }],
  });

const limit = (detail: string) => new Refusal('hierarchy_limit', { detail });
const tooMany = () => limit(`At most ${MOST_BELOW} clients stand directly below one.`);
const tooDeep = () => limit(`At most ${MOST_LEVELS} clients stand below each other.`);
