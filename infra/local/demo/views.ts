import { systemClock } from '#cloud/clock.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { ViewCreate } from '#contracts/schemas/view.ts';
import * as Views from '#domain/views.ts';
import type { Person } from '#domain/workspaces.ts';
import type { World } from '../world.ts';

const views: readonly Pick<ViewCreate, 'name' | 'filters'>[] = [
  { name: 'My clients', filters: { owner: 'me' } },
  { name: 'Onboarding', filters: { status: 'pending' } },
  { name: 'Active lately', filters: { status: 'active', sort: '-lastActivityAt' } },
];

/** The views of the list of clients that everybody in the demo finds. */
export async function seedViews(world: World, workspaceId: WorkspaceId, owner: Person): Promise<void> {
  const owning = world.acting(workspaceId, owner, 'owner', systemClock);
  const layout = { hidden: [], order: [], widths: {} };
  for (const view of views) await Views.create(owning, { ...view, layout, shared: true });
}
