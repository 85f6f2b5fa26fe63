import type { OperatorActor } from '#contracts/actor.ts';
import { liveFeatures, type PinnedOffer } from '#contracts/entitlements.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import { features } from '#contracts/features.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { pin } from '#contracts/offers.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { OfferSpread, OperatedWorkspace } from '#contracts/schemas/operator.ts';
import type { Offer, OfferChange, OfferKind } from '#contracts/schemas/plan.ts';
import type { Clock } from './deps.ts';
import type { OfferReader } from './offers.ts';
import { type Workspace, workspaceMoved } from './workspaces.ts';

export interface Tenants {
  /** Every workspace, page by page, as its own record says. */
  list(page: PageRequest): Promise<Page<Workspace>>;
  get(workspaceId: WorkspaceId): Promise<Workspace | null>;
  /** @throws {Refusal} `version_conflict` */
  update(before: Workspace, after: Workspace): Promise<void>;
}

export interface OfferWriter {
  /** Writes the next version over the one that was seen. @throws {Refusal} `version_conflict` */
  put(offer: Offer): Promise<void>;
}

interface Operating {
  actor: OperatorActor;
  clock: Clock;
  tenants: Tenants;
  offers: OfferReader & OfferWriter;
}

/** Every workspace of the installation; never what is in it. */
export async function workspaces(
  { tenants }: Pick<Operating, 'tenants'>,
  page: PageRequest,
): Promise<Page<OperatedWorkspace>> {
  const found = await tenants.list(page);
  return { ...found, data: found.data.map(faceOf) };
}

/**
 * Suspends a workspace or lets it in again.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function setStatus(
  deps: Pick<Operating, 'actor' | 'clock' | 'tenants'>,
  workspaceId: WorkspaceId,
  status: Workspace['status'],
  expected: number,
): Promise<OperatedWorkspace> {
  const before = await current(deps, workspaceId, expected);
  return save(deps, before, { ...before, status });
}

/**
 * Writes the next version of a plan or add-on. Workspaces keep the version they have.
 * @throws {Refusal} `version_conflict`, `unknown_feature_key`
 */
export async function putOffer(
  { offers }: Pick<Operating, 'offers'>,
  kind: OfferKind,
  key: string,
  { features: wished, ...content }: OfferChange,
  expected: number,
): Promise<Offer> {
  const before = (await offers.all()).find((one) => one.kind === kind && one.key === key);
  if ((before?.version ?? 0) !== expected) {
    throw new Refusal('version_conflict', { extra: { version: before?.version ?? 0 } });
  }
  const unknown = wished.filter((feature) => !(features as readonly string[]).includes(feature));
  if (unknown.length > 0) {
    throw new Refusal('unknown_feature_key', {
      errors: unknown.map((feature) => ({
        pointer: `/features/${wished.indexOf(feature)}`,
        code: 'unknown_feature_key',
        message: `${feature} is not a feature`,
      })),
    });
  }
  const offer: Offer = {
    kind,
    key,
    version: expected + 1,
    ...content,
    features: features.filter((feature) => wished.includes(feature)),
  };
  await offers.put(offer);
  return offer;
}

/** Of a page of workspaces those that have the offer, and what its newest version would change for each. */
export async function spread(
  { tenants, offers }: Pick<Operating, 'tenants' | 'offers'>,
  kind: OfferKind,
  key: string,
  page: PageRequest,
): Promise<Page<OfferSpread>> {
  const [found, newest] = await Promise.all([tenants.list(page), newestOf(offers, kind, key)]);
  const data = found.data.flatMap((workspace) => {
    const pinned = pinnedOf(workspace, kind, key);
    if (!pinned) return [];
    const [had, has] = [workspace, withNewest(workspace, kind, newest)].map(({ entitlements }) =>
      liveFeatures(entitlements),
    ) as [string[], string[]];
    return [
      {
        workspace: faceOf(workspace),
        pinned: pinned.version,
        newest: newest.version,
        gained: has.filter((feature) => !had.includes(feature)),
        lost: had.filter((feature) => !has.includes(feature)),
      },
    ];
  });
  return { ...found, data };
}

/**
 * Gives one workspace the newest version of an offer that it has.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function apply(
  deps: Operating,
  workspaceId: WorkspaceId,
  kind: OfferKind,
  key: string,
  expected: number,
): Promise<OperatedWorkspace> {
  const [before, newest] = await Promise.all([
    current(deps, workspaceId, expected),
    newestOf(deps.offers, kind, key),
  ]);
  if (!pinnedOf(before, kind, key)) throw notFound('the workspace does not have this offer');
  return save(deps, before, withNewest(before, kind, newest));
}

async function current({ tenants }: Pick<Operating, 'tenants'>, id: WorkspaceId, expected: number) {
  const workspace = await tenants.get(id);
  if (!workspace) throw notFound('no such workspace');
  if (workspace.version !== expected) throw workspaceMoved(workspace);
  return workspace;
}

async function save(
  { actor, clock, tenants }: Pick<Operating, 'actor' | 'clock' | 'tenants'>,
  before: Workspace,
  changed: Workspace,
): Promise<OperatedWorkspace> {
  const after: Workspace = {
    ...changed,
    version: before.version + 1,
    updatedAt: clock.now(),
    updatedBy: { type: 'system', id: actor.userId, label: 'The operator' },
  };
  await tenants.update(before, after);
  return faceOf(after);
}

async function newestOf(offers: OfferReader, kind: OfferKind, key: string): Promise<Offer> {
  const offer = (await offers.all()).find((one) => one.kind === kind && one.key === key);
  if (!offer) throw notFound('no such offer');
  return offer;
}

const pinnedOf = ({ entitlements: { plan, addOns } }: Workspace, kind: OfferKind, key: string) =>
  (kind === 'plan' ? [plan] : addOns).find((one) => one.key === key);

function withNewest(workspace: Workspace, kind: OfferKind, newest: Offer): Workspace {
  const { entitlements } = workspace;
  const pinned = pin(newest);
  const swap = (one: PinnedOffer) => (one.key === newest.key ? pinned : one);
  return {
    ...workspace,
    entitlements:
      kind === 'plan'
        ? { ...entitlements, plan: pinned }
        : { ...entitlements, addOns: entitlements.addOns.map(swap) },
  };
}

const held = ({ key, name, version }: PinnedOffer) => ({ key, name, version });

const faceOf = ({
  id,
  version,
  name,
  slug,
  status,
  entitlements,
  createdAt,
}: Workspace): OperatedWorkspace => ({
  id,
  version,
  name,
  slug,
  status,
  plan: held(entitlements.plan),
  addOns: entitlements.addOns.map(held),
  createdAt,
});
