import { gatesOf, mayUse, pass } from '#contracts/access.ts';
import { type Entitlements, limitsOf, liveFeatures, missing, stateOf } from '#contracts/entitlements.ts';
import { Refusal } from '#contracts/errors.ts';
import type { Feature } from '#contracts/features.ts';
import { type Limit, limits } from '#contracts/limits.ts';
import { type Module, moduleCatalogue, moduleMoves, modules, PARKED_DAYS } from '#contracts/modules.ts';
import { pin } from '#contracts/offers.ts';
import { pageCatalogue, pages } from '#contracts/pages.ts';
import { permissionsOf } from '#contracts/roles.ts';
import type { Route } from '#contracts/route.ts';
import type { PlanChange, PlanSimulation, WorkspacePlan } from '#contracts/schemas/plan.ts';
import type { ClientReader } from './clients.ts';
import type { Deps } from './deps.ts';
import type { MemberReader } from './members.ts';
import { type OfferReader, offerOf } from './offers.ts';
import { nextVersion } from './records.ts';
import {
  currentWorkspace,
  type Workspace,
  type WorkspaceReader,
  type WorkspaceWriter,
} from './workspaces.ts';

/** More are not counted: a simulation costs the same however much there is. */
export const HOLDINGS_AT_MOST = 1000;

export interface HoldingReader {
  /** How many records of a kind the workspace has, up to `HOLDINGS_AT_MOST`. */
  count(kind: 'projects' | 'accesses'): Promise<number>;
}

/** The records that go out of reach with a feature. */
const holdings = { projects: 'projects', portal: 'accesses' } as const satisfies Partial<
  Record<Feature, Parameters<HoldingReader['count']>[0]>
>;

type Reading = Deps<{ clients: ClientReader; members: MemberReader; workspaces: WorkspaceReader }>;
type Planning = Reading & { offers: OfferReader };
type Changing = Planning & { data: { workspaces: WorkspaceWriter } };

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the workspace has, and how much of its limits is used. */
export async function get(deps: Reading): Promise<WorkspacePlan> {
  const [workspace, used] = await Promise.all([deps.data.workspaces.get(), usage(deps)]);
  return answerOf(workspace, used);
}

/**
 * Changes plan and add-ons to what is sold today, and switches modules. Above a lowered limit nothing goes.
 * @throws {Refusal} `version_conflict`, `forbidden` for a plan without plan.manage, `invalid_transition` of a
 *   module, `validation_failed` for an offer that is not sold
 */
export async function update(deps: Changing, change: PlanChange, expected: number): Promise<WorkspacePlan> {
  const before = await currentWorkspace(deps, expected);
  const after = nextVersion(deps, before, await changed(deps, before, change));
  if (after !== before) await deps.data.workspaces.update(before, after);
  return answerOf(after, await usage(deps));
}

/**
 * What a change would do: features, pages, routes, records and people, by the very functions that decide it.
 * @throws {Refusal} as `update`
 */
export async function simulate(
  deps: Planning & { data: { holdings: HoldingReader }; routes: readonly Route[] },
  change: PlanChange,
): Promise<PlanSimulation> {
  const { data, routes } = deps;
  const [workspace, members, used] = await Promise.all([
    data.workspaces.get(),
    data.members.all(),
    usage(deps),
  ]);
  const [before, after] = [workspace.entitlements, (await changed(deps, workspace, change)).entitlements];
  const [had, has] = [liveFeatures(before), liveFeatures(after)];
  const lost = had.filter((feature) => !has.includes(feature));
  const max = limitsOf(after);
  const goes = ({ feature }: { feature: (typeof had)[number] | null }) =>
    feature !== null && lost.includes(feature);
  const people = members
    .filter(({ status }) => status === 'active')
    .map(({ userId, name, role }) => {
      const permissions = permissionsOf(role, workspace.roles);
      const uses = (entitlements: Entitlements) =>
        pages.filter((page) => mayUse({ permissions, entitlements }, pageCatalogue[page]));
      const kept = uses(after);
      const loses = uses(before).filter((page) => !kept.includes(page));
      return { userId, name, role, loses: loses.map((page) => pageCatalogue[page].label) };
    });
  const records = await Promise.all(
    Object.entries(holdings)
      .filter(([feature]) => lost.includes(feature as Feature))
      .map(async ([, kind]) => ({ kind, count: await data.holdings.count(kind) })),
  );
  return {
    gained: has.filter((feature) => !had.includes(feature)),
    lost,
    menus: pages.filter((page) => goes(pageCatalogue[page])).map((page) => pageCatalogue[page].label),
    routes: routes.filter(goes).map(({ key }) => key),
    records,
    limits: limits.map((limit) => ({
      limit,
      used: used[limit],
      max: max[limit],
      over: max[limit] !== null && used[limit] > max[limit],
    })),
    people: people.filter(({ loses }) => loses.length > 0),
  };
}

async function changed(
  { actor, clock, offers }: Pick<Planning, 'actor' | 'clock' | 'offers'>,
  before: Workspace,
  { plan, addOns, modules: wished = {} }: PlanChange,
): Promise<Workspace> {
  if (plan !== undefined || addOns !== undefined) {
    pass(gatesOf(actor, { feature: null, permission: 'plan.manage' }));
  }
  const had = before.entitlements;
  const nextPlan = plan === undefined ? had.plan : pin(await offerOf(offers, 'plan', plan, '/plan'));
  const nextAddOns =
    addOns === undefined
      ? had.addOns
      : await Promise.all(
          [...new Set(addOns)].map(async (key, at) => {
            const kept = had.addOns.find((one) => one.key === key);
            return kept ?? pin(await offerOf(offers, 'add_on', key, `/addOns/${at}`));
          }),
        );
  const states = { ...had.modules };
  const parkedAt = { ...before.parkedAt };
  for (const module of modules) {
    const [from, to] = [stateOf(had, module), wished[module]];
    if (to === undefined || to === from) continue;
    const { core, name } = moduleCatalogue[module];
    const allowed = core ? [] : moduleMoves[from];
    if (!allowed.includes(to)) {
      const moves = allowed.length > 0 ? `can become ${allowed.join(' or ')}` : 'stays on';
      const detail = `The module ${name} is ${from} and ${moves}.`;
      throw new Refusal('invalid_transition', { detail, extra: { module, from, allowed } });
    }
    states[module] = to;
    if (to === 'parked') parkedAt[module] = clock.now();
    else delete parkedAt[module];
  }
  const entitlements = { plan: nextPlan, addOns: nextAddOns, modules: states };
  return { ...before, entitlements, parkedAt };
}

/** How much of each limit is used. */
async function usage({ data }: Pick<Reading, 'data'>): Promise<Record<Limit, number>> {
  const [counts, seats] = await Promise.all([data.clients.counts(), data.members.seats()]);
  return { 'clients.active': counts.active + counts.pending, 'members.active': seats };
}

function answerOf(
  { version, entitlements, parkedAt }: Workspace,
  used: Record<Limit, number>,
): WorkspacePlan {
  const { plan, addOns } = entitlements;
  const max = limitsOf(entitlements);
  return {
    version,
    plan: { ...plan, features: [...plan.features] },
    addOns: addOns.map((addOn) => ({ ...addOn, features: [...addOn.features] })),
    modules: modules.map((key) => ({
      key,
      state: stateOf(entitlements, key),
      inPlan: inPlan(entitlements, key),
      keptUntil: keptUntil(parkedAt[key]),
    })),
    limits: limits.map((limit) => ({ limit, used: used[limit], max: max[limit] })),
  };
}

/** Whether plan or add-ons grant what a module brings, on or off. */
const inPlan = (entitlements: Entitlements, module: Module): boolean =>
  moduleCatalogue[module].features.every(
    (feature) => missing({ ...entitlements, modules: { [module]: 'enabled' } }, feature) === null,
  );

const keptUntil = (at: string | undefined): string | null =>
  at === undefined ? null : new Date(Date.parse(at) + PARKED_DAYS * DAY_MS).toISOString();
