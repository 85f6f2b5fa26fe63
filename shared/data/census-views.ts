import type { WorkspaceId } from '#contracts/ids.ts';
import { View } from './entities/view.ts';
import { ViewShelf } from './entities/view-shelf.ts';

type Item = Record<string, unknown>;

/** What a census knows of saved views, by their shelves. */
export interface ViewCensus {
  views: Map<string, number>;
  viewShelves: Map<string, number>;
}

export const emptyViews = (): ViewCensus => ({ views: new Map(), viewShelves: new Map() });

type Taker = (census: ViewCensus & { strays: string[] }, workspaceId: WorkspaceId, Item: Item) => void;

export const viewTakers: Record<string, Taker> = {
  view(census, _, Item) {
    const { data } = View.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { shared, ownerId } = data.view;
    if (data.shelf !== (shared ? 'shared' : `of#${ownerId}`)) {
      census.strays.push(`${data.viewId} stands on a shelf of somebody else`);
    }
    census.views.set(data.shelf, (census.views.get(data.shelf) ?? 0) + 1);
  },
  viewShelf(census, _, Item) {
    const { data } = ViewShelf.parse({ Item });
    if (data) census.viewShelves.set(data.shelf, data.views ?? 0);
  },
};

/** Every shelf of views has as many as it counts. */
export const miscountedViews = ({ views, viewShelves }: ViewCensus): string[] =>
  [...new Set([...views.keys(), ...viewShelves.keys()])]
    .filter((shelf) => (views.get(shelf) ?? 0) !== (viewShelves.get(shelf) ?? 0))
    .map((shelf) => `the shelf ${shelf} counts other views than stand on it`);
