import { type StaffActor, stamp } from '#contracts/actor.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { UserId, ViewId } from '#contracts/ids.ts';
import {
  MOST_VIEWS,
  type View,
  type ViewCreate,
  type ViewDefault,
  type ViewList,
  type ViewPatch,
} from '#contracts/schemas/view.ts';
import { versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import { bareName } from './names.ts';
import { defined, nextVersion } from './records.ts';

export interface ViewReader {
  /** The view if it is shared or this member's own, or null. */
  get(userId: UserId, viewId: ViewId): Promise<View | null>;
  /** All that are shared and all of this member's own, with the one his list begins with, if it was chosen. */
  all(userId: UserId): Promise<{ shared: View[]; own: View[]; defaultViewId: ViewId | null }>;
}

export interface ViewWriter {
  /** @throws {Refusal} `validation_failed` where there are as many as may be */
  create(view: View): Promise<void>;
  /** Also moves it between the shared ones and its maker's own. @throws {Refusal} `version_conflict`, as `create` */
  update(before: View, after: View): Promise<void>;
  /** @throws {Refusal} `version_conflict` */
  remove(view: View): Promise<void>;
  setDefault(userId: UserId, viewId: ViewId | null): Promise<void>;
}

type Reading = Deps<{ views: ViewReader }>;
type Writing = Deps<{ views: ViewReader & ViewWriter }>;

/** Every view that this actor may open, and the one his list begins with while it is still there. */
export async function list({ actor, data }: Reading): Promise<ViewList> {
  const { shared, own, defaultViewId } = await data.views.all(actor.userId);
  const all = [...shared, ...own];
  return {
    data: all,
    defaultViewId: all.some(({ id }) => id === defaultViewId) ? defaultViewId : null,
  };
}

/**
 * Saves a view of the list of clients.
 * @throws {Refusal} `forbidden` for whoever shares without `lists.manage`, `validation_failed` for one too many or of a name
 *   that another view of his has
 */
export async function create(deps: Writing, input: ViewCreate): Promise<View> {
  const { actor, clock, ids, data } = deps;
  if (input.shared) assertMayShare(actor);
  const now = clock.now();
  const view: View = {
    id: ids.next('view'),
    version: 1,
    name: input.name,
    shared: input.shared,
    ownerId: actor.userId,
    ownerName: actor.name,
    filters: defined(input.filters) as Record<string, string>,
    layout: input.layout,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
  await assertUnused(deps, view);
  await data.views.create(view);
  return view;
}

/**
 * Changes the fields that the patch names. A shared view that is shared no more is its maker's own again.
 * @throws {Refusal} `not_found`, `version_conflict`, `forbidden`, `validation_failed` for one too many
 */
export async function update(
  deps: Writing,
  viewId: ViewId,
  { filters, ...patch }: ViewPatch,
  expected: number,
): Promise<View> {
  const before = await current(deps, viewId, expected);
  if (before.shared || patch.shared) assertMayShare(deps.actor);
  const after = nextVersion(deps, before, {
    ...before,
    ...defined(patch),
    ...(filters && { filters: defined(filters) as Record<string, string> }),
  });
  if (after.name !== before.name) await assertUnused(deps, after);
  if (after !== before) await deps.data.views.update(before, after);
  return after;
}

/**
 * Removes a view; whoever began with it begins with all clients.
 * @throws {Refusal} `not_found`, `version_conflict`, `forbidden`
 */
export async function remove(deps: Writing, viewId: ViewId, expected: number): Promise<void> {
  const view = await current(deps, viewId, expected);
  if (view.shared) assertMayShare(deps.actor);
  await deps.data.views.remove(view);
}

/**
 * Chooses the view that the actor's list begins with.
 * @throws {Refusal} `not_found` for a view he may not open
 */
export async function setDefault(deps: Writing, { viewId }: ViewDefault): Promise<ViewDefault> {
  const { actor, data } = deps;
  if (viewId && !(await data.views.get(actor.userId, viewId))) throw notFound('no such view of this member');
  await data.views.setDefault(actor.userId, viewId);
  return { viewId };
}

/** A member tells his views apart by name, whatever its case. */
async function assertUnused({ data }: Reading, { id, ownerId, name }: View): Promise<void> {
  const { shared, own } = await data.views.all(ownerId);
  const isTaken = [...shared, ...own].some(
    (view) => view.id !== id && view.ownerId === ownerId && bareName(view.name) === bareName(name),
  );
  if (isTaken) throw invalidField('/name', 'name_taken', 'is the name of another view of yours');
}

/** There are as many views as may be, the member's own or the shared ones. */
export const tooManyViews = () =>
  invalidField('/name', 'too_many', `would be more than ${MOST_VIEWS} views; remove one first`);

function assertMayShare({ permissions }: StaffActor): void {
  if (permissions.has('lists.manage')) return;
  throw new Refusal('forbidden', {
    detail: 'Shared views need the permission lists.manage.',
    extra: { permission: 'lists.manage' },
  });
}

async function current({ actor, data }: Reading, viewId: ViewId, expected: number): Promise<View> {
  const view = await data.views.get(actor.userId, viewId);
  if (!view) throw notFound('no such view of this member');
  if (view.version !== expected) throw versionConflict(view);
  return view;
}
