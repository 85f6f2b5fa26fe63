import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { ViewId } from '#contracts/ids.ts';
import type { View } from '#contracts/schemas/view.ts';
import type { ColumnLayout } from '#ui/columnLayout.ts';
import { toast } from '#ui/toast.tsx';
import type { ClientSearch } from '../clients/list-search.ts';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { filtersIn } from './address.ts';
import { dropView, keepDefault, keepView, viewList } from './queries.ts';
import type { ListView } from './useListView.ts';

/** Widths come from a pointer and may be broken. */
export const wholeLayout = ({ hidden, order, widths, density }: ColumnLayout) => ({
  hidden,
  order,
  widths: Object.fromEntries(Object.entries(widths).map(([id, width]) => [id, Math.round(width)])),
  ...(density && { density }),
});

/** Everything that becomes of a view once it is there. */
export function useViewChange({ forget }: Pick<ListView, 'forget'>) {
  const { i18n } = useLingui();
  const { workspaceId, can } = useHere();
  const onError = (error: unknown) => {
    toast.fail(errorText(i18n, error));
    void queryClient.invalidateQueries(viewList(workspaceId));
  };

  const save = useMutation({
    mutationFn: async ({
      view,
      search,
      layout,
    }: {
      view: View;
      search: ClientSearch;
      layout: ColumnLayout;
    }) =>
      bodyOf(
        await api.views.update({
          params: { workspaceId, viewId: view.id },
          ifMatch: view.version,
          body: { filters: filtersIn(search), layout: wholeLayout(layout) },
        }),
      ),
    onSuccess: (view) => {
      keepView(workspaceId, view);
      forget(view.id);
    },
    onError,
  });

  const share = useMutation({
    mutationFn: async (view: View) =>
      bodyOf(
        await api.views.update({
          params: { workspaceId, viewId: view.id },
          ifMatch: view.version,
          body: { shared: !view.shared },
        }),
      ),
    // One that is shared no more is its maker's alone, who may be somebody else.
    onSuccess: (view) => {
      keepView(workspaceId, view);
      void queryClient.invalidateQueries(viewList(workspaceId));
    },
    onError,
  });

  const begin = useMutation({
    mutationFn: async (viewId: ViewId | null) =>
      bodyOf(
        await api.views.setDefault({
          params: { workspaceId },
          body: { viewId },
          idempotencyKey: crypto.randomUUID(),
        }),
      ),
    onSuccess: ({ viewId }) => keepDefault(workspaceId, viewId),
    onError,
  });

  const remove = useMutation({
    mutationFn: (view: View) =>
      api.views.remove({ params: { workspaceId, viewId: view.id }, ifMatch: view.version }),
    onSuccess: (_, { id }) => {
      dropView(workspaceId, id);
      forget(id);
    },
    onError,
  });

  return {
    save,
    share,
    begin,
    remove,
    mayShare: can('lists.manage'),
    /** Shared views are changed by those who keep the lists of the workspace. */
    mayChange: ({ shared }: View) => !shared || can('lists.manage'),
  };
}
