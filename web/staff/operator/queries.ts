import { queryOptions } from '@tanstack/react-query';
import type { OfferSpread, OperatedWorkspace } from '#contracts/schemas/operator.ts';
import type { OfferKind } from '#contracts/schemas/plan.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';

interface Rows {
  data: OperatedWorkspace[];
  page: { next: string | null };
}

/** One page of all workspaces of the installation. */
export const workspacesAt = (cursor: string | undefined) =>
  queryOptions({
    queryKey: ['operator', 'workspaces', cursor],
    queryFn: async ({ signal }): Promise<Rows> =>
      bodyOf(await api.operator.workspaces({ query: { cursor }, signal })),
  });

/** Every workspace that has an offer. The server looks at a page of workspaces a call, so it is asked to the end. */
export const spreadOf = (kind: OfferKind, key: string) =>
  queryOptions({
    queryKey: ['operator', 'spread', kind, key],
    queryFn: async ({ signal }): Promise<OfferSpread[]> => {
      const found: OfferSpread[] = [];
      let cursor: string | undefined;
      do {
        const page = bodyOf(await api.operator.spread({ params: { kind, key }, query: { cursor }, signal }));
        found.push(...page.data);
        cursor = page.page.next ?? undefined;
      } while (cursor);
      return found;
    },
    staleTime: 0,
  });

/** After a change of workspaces or of what is sold. */
export function refreshOperated() {
  void queryClient.invalidateQueries({ queryKey: ['offers'] });
  return queryClient.invalidateQueries({ queryKey: ['operator'] });
}
