import { stamp } from '#contracts/actor.ts';
import { notFound } from '#contracts/errors.ts';
import { type BrandId, type ClientId, idPrefixes, type ProjectId, type UserId } from '#contracts/ids.ts';
import { MOST_LEVEL_RATES, MOST_RATES, named, positionAfter, positionOf } from '#contracts/positions.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { ListEntry } from '#contracts/schemas/list.ts';
import type { Rate, RateChanges, Rates } from '#contracts/schemas/rate.ts';
import { dayIn, zoneOf } from './client-days.ts';
import { currencyOf } from './client-settings.ts';
import { type ClientReader, get as getClient } from './clients.ts';
import type { Deps } from './deps.ts';
import type { ListReader } from './lists.ts';
import { seesProject } from './projects.ts';
import { planChanges, type RatePlan, type WantedRate } from './rate-rules.ts';
import { nextVersion, whileMoving } from './records.ts';
import { policyOf, type WorkspaceReader } from './workspaces.ts';

/** A brand or a project of a client, which may have rates of its own. */
export interface LevelHome {
  clientId: ClientId;
  levelId: BrandId | ProjectId;
}
/** Whose rates: those of one client, of a brand or project of it, or the rate card of the workspace. */
export type RateHome = ClientId | 'card' | LevelHome;

/** A brand or project as far as its rates need it; only a project has members. */
export interface RatedLevel {
  id: BrandId | ProjectId;
  name: string;
  memberIds: UserId[];
}

/** What one change writes, together. */
export interface RateDiff {
  created: Rate[];
  updated: { before: Rate; after: Rate; deletedAt?: string | undefined }[];
  removed: { before: Rate; after: Rate; deletedAt: string }[];
}

export interface RateReader {
  /** A brand or project of the client; another client's is absent. */
  level(home: LevelHome): Promise<RatedLevel | null>;
  /** Every rate by position and day, and the head that moves with any of them. */
  all(home: RateHome): Promise<{ head: number; rates: Rate[] }>;
  /** The last rate of a position to begin on or before a day, in one query. */
  lastBegun(home: RateHome, positionKey: string, on: string): Promise<Rate | null>;
}

export interface RateWriter {
  /** Writes all or nothing, if the head is where it was. @throws {Refusal} `RATES_MOVED`, `version_conflict` */
  change(home: RateHome, head: number, diff: RateDiff, outcome: unknown): Promise<void>;
}

/** How a repository says that rates beside the changed ones moved, against which they were checked. */
export const RATES_MOVED = 'the rates moved';

interface Seen {
  clients: ClientReader;
  rates: Pick<RateReader, 'level'>;
}
export type Reading = Deps<{
  clients: ClientReader;
  rates: RateReader;
  workspaces: WorkspaceReader;
  lists: ListReader;
}>;
export type Writing = Deps<{
  clients: ClientReader;
  rates: RateReader & RateWriter;
  workspaces: WorkspaceReader;
  lists: ListReader;
}>;

/** The rates of a client that this actor may see, of a level of it, or the card, with all their history. @throws {Refusal} `not_found` */
export async function list(deps: Reading, home: RateHome): Promise<Rates> {
  const [{ rates }, { currency, workspace }, listed] = await Promise.all([
    deps.data.rates.all(home),
    termsOf(deps, home),
    positionsIn(deps),
  ]);
  return {
    currency,
    overtimePolicy: policyOf(workspace),
    today: dayIn(zoneOf(workspace), deps.clock.now()),
    data: rates.map((rate) => named(rate, listed)).sort(inOrder),
  };
}

/**
 * Adds, changes and removes rates, all together or none. What is new is in the currency of the client, or of the
 * workspace on the card; what is there keeps the currency it was agreed in.
 * @throws {Refusal} `not_found`, `invalid_money`, `rate_exists`, `version_conflict`, `validation_failed`
 */
export async function change(
  deps: Writing,
  home: RateHome,
  { put, remove }: RateChanges,
): Promise<{ data: Rate[] }> {
  const { data } = deps;
  const [{ currency }, listed] = await Promise.all([termsOf(deps, home), positionsIn(deps)]);
  return whileMoving(RATES_MOVED, async () => {
    const { head, rates } = await data.rates.all(home);
    const wanted = put.map(({ position, overtime = null, effectiveTo = null, note = null, ...row }) => {
      const before = rates.find(({ id }) => id === row.id);
      return {
        ...row,
        ...(before ? positionAfter(before, position, listed) : positionOf(position, listed)),
        overtime,
        effectiveTo,
        note,
        currency: before?.currency ?? currency,
      };
    });
    const diff = toDiff(deps, planChanges(rates, wanted, remove, mostOf(home)));
    const outcome = { data: [...diff.created, ...diff.updated.map(({ after }) => after)].sort(inOrder) };
    await write(deps, home, head, diff, outcome);
    return outcome;
  });
}

/** How many rates stand together at most, history included. */
export const mostOf = (home: RateHome) => (typeof home === 'string' ? MOST_RATES : MOST_LEVEL_RATES);

/** The workspace's list of positions: it says what a listed one is called by now. */
export const positionsIn = async ({ data }: Deps<{ lists: ListReader }>): Promise<readonly ListEntry[]> =>
  (await data.lists.all()).find(({ name }) => name === 'positions')?.entries ?? [];

/** A plan with ids, versions and times. */
export function toDiff(deps: Writing, { created, updated, removed }: RatePlan): RateDiff {
  const now = deps.clock.now();
  const made = { createdAt: now, updatedAt: now, updatedBy: stamp(deps.actor) };
  return {
    created: created.map((wanted) => ({
      ...fieldsOf(wanted),
      id: deps.ids.next('rate'),
      version: 1,
      unit: 'hour',
      ...made,
    })),
    updated: updated
      .map(({ before, wanted }) => ({
        before,
        after: nextVersion(deps, before, { ...before, ...fieldsOf(wanted) }),
      }))
      .filter(({ before, after }) => before !== after),
    removed: removed.map((before) => ({
      before,
      after: { ...before, version: before.version + 1, updatedAt: now, updatedBy: made.updatedBy },
      deletedAt: now,
    })),
  };
}

const fieldsOf = ({
  positionKey,
  positionName,
  regular,
  overtime,
  currency,
  effectiveFrom,
  effectiveTo,
  note,
}: WantedRate) => ({
  positionKey,
  positionName,
  regular,
  overtime,
  currency,
  effectiveFrom,
  effectiveTo,
  note,
});

export async function write(
  { data }: Writing,
  home: RateHome,
  head: number,
  diff: RateDiff,
  outcome: unknown,
): Promise<void> {
  if (diff.created.length + diff.updated.length + diff.removed.length === 0) return;
  await data.rates.change(home, head, diff, outcome);
}

/**
 * The card belongs to the workspace; a client is there for whoever sees it, and so are its brands. A project is
 * there for whoever sees that.
 * @throws {Refusal} `not_found`
 */
export async function assertSeen(deps: Deps<Seen>, home: RateHome): Promise<Client | null> {
  if (home === 'card') return null;
  if (typeof home === 'string') return getClient(deps, home);
  const client = await getClient(deps, home.clientId);
  await findLevel(deps, client, home.levelId);
  return client;
}

/** A brand or project of a client whom this actor sees. @throws {Refusal} `not_found` */
export async function findLevel(
  deps: Pick<Deps<Seen>, 'actor' | 'data'>,
  client: Client,
  levelId: BrandId | ProjectId,
): Promise<RatedLevel> {
  const level = await deps.data.rates.level({ clientId: client.id, levelId });
  if (!level) throw notFound('no such brand or project of this client');
  if (isBrandId(levelId)) return level;
  if (!deps.actor.permissions.has('projects.view') || !seesProject(deps.actor, client, level)) {
    throw notFound('project is out of the view scope');
  }
  return level;
}

/** Ids say of what kind they are. */
export const isBrandId = (levelId: BrandId | ProjectId): levelId is BrandId =>
  levelId.startsWith(`${idPrefixes.brand}_`);

/** In which currency rates are agreed from now on, and the workspace that they are agreed in. */
export async function termsOf(deps: Deps<Seen & { workspaces: WorkspaceReader }>, home: RateHome) {
  const [client, workspace] = await Promise.all([assertSeen(deps, home), deps.data.workspaces.get()]);
  return { currency: client ? await currencyOf(deps, client, workspace) : workspace.currency, workspace };
}

/** By position as people read it, then by day. */
export const inOrder = (a: Rate, b: Rate): number =>
  a.positionName.localeCompare(b.positionName, 'en') || (a.effectiveFrom < b.effectiveFrom ? -1 : 1);
