import { useQuery } from '@tanstack/react-query';
import type { ViewId } from '#contracts/ids.ts';
import type { View } from '#contracts/schemas/view.ts';
import type { ColumnLayout } from '#ui/columnLayout.ts';
import type { ClientSearch } from '../clients/list-search.ts';
import { usePreference } from '../preferences.ts';
import { useHere } from '../session/me.ts';
import { isAsSaved } from './address.ts';
import { viewList } from './queries.ts';

const same = (a: ColumnLayout, b: ColumnLayout) =>
  JSON.stringify([a.hidden, a.order, Object.entries(a.widths).sort(), a.density ?? 'comfortable']) ===
  JSON.stringify([b.hidden, b.order, Object.entries(b.widths).sort(), b.density ?? 'comfortable']);

/**
 * The view that an address says it is from, and the columns that go with it. How a view's columns were arranged
 * without saving is kept in this browser; without a view, so are those of the list itself.
 */
export function useListView(search: ClientSearch) {
  const { workspaceId } = useHere();
  const { data: views, isPending } = useQuery(viewList(workspaceId));
  const [plain, setPlain] = usePreference('clientColumns');
  const [drafts, setDrafts] = usePreference('viewLayouts');
  const view: View | undefined = views?.data.find(({ id }) => id === search.view);
  const draft = view && drafts[view.id];
  const layout: ColumnLayout = view ? (draft ?? view.layout) : plain;

  const forget = (id: ViewId) => {
    const { [id]: _, ...others } = drafts;
    setDrafts(others);
  };
  return {
    views,
    /** Nobody knows yet whether there is a view to begin with. */
    isPending,
    view,
    layout,
    setLayout: (next: ColumnLayout) => (view ? setDrafts({ ...drafts, [view.id]: next }) : setPlain(next)),
    /** Whether what is shown differs from what was saved. */
    isChanged: view !== undefined && (!isAsSaved(search, view) || !same(layout, view.layout)),
    forget,
  };
}

export type ListView = ReturnType<typeof useListView>;
