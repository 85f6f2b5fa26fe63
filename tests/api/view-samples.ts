import { MOST_VIEWS } from '#contracts/schemas/view.ts';
import type { givenWorkspace } from '../support/given.ts';
import type { Sample } from './access-samples.ts';

/** As much as a view can say. */
const columns = Array.from({ length: 20 }, (_, n) => `aColumnWithARatherLongKey${n}`);
const whole = {
  name: 'A view with a rather long name, saved for the budget',
  filters: { status: 'active', owner: 'me', q: 'A beginning of a name' },
  layout: {
    hidden: columns,
    order: columns,
    widths: Object.fromEntries(columns.map((id) => [id, 240])),
    density: 'compact',
  },
} as const;
const body = () => ({
  ...whole,
  layout: { ...whole.layout, hidden: [...columns], order: [...columns] },
  filters: { ...whole.filters },
});

/** Calls of the routes of views at their worst: shelves that are full, and a view that moves between them. */
export function viewSamples(
  given: () => Awaited<ReturnType<typeof givenWorkspace>>,
): Record<string, () => Promise<Sample>> {
  const create = async (shared = false) => {
    const { api, workspaceId } = given();
    const { data } = await api.views.create({ params: { workspaceId }, body: { ...body(), shared } });
    return data?.id ?? '';
  };
  let viewId = '';
  return {
    'views.create': async () => ({ body: body() }),
    'views.update': async () => {
      viewId = await create();
      return { params: { viewId }, ifMatch: 1, body: { ...body(), name: 'Shared now', shared: true } };
    },
    'views.setDefault': async () => ({ body: { viewId } }),
    'views.remove': async () => ({ params: { viewId }, ifMatch: 2 }),
    'views.list': async () => {
      const { api, workspaceId } = given();
      const there = (await api.views.list({ params: { workspaceId } })).data?.data.length ?? 0;
      for (let n = there; n < MOST_VIEWS; n += 1) await create();
      for (let n = 0; n < MOST_VIEWS; n += 1) await create(true);
      return {};
    },
  };
}
