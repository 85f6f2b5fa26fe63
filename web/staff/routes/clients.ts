import { createRoute } from '@tanstack/react-router';
import type { BulkEditId, ClientId, MergeId } from '#contracts/ids.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import { readClientSearch } from '../clients/list-search.ts';
import { app } from './frame.ts';

const clients = createRoute({
  getParentRoute: () => app,
  path: 'clients',
  validateSearch: readClientSearch,
  staticData: { needs: pageCatalogue.clients },
}).lazy(() => import('../clients/ClientsPage.tsx').then((module) => module.route));

const newClient = createRoute({
  getParentRoute: () => clients,
  path: 'new',
  staticData: { needs: { feature: 'clients', permission: 'clients.create' } },
}).lazy(() => import('../clients/NewClient.tsx').then((module) => module.route));

const bulkNeeds = { feature: 'clients', permission: 'clients.bulk_update' } as const;
const bulkEditList = createRoute({
  getParentRoute: () => clients,
  path: 'bulk-edits',
  staticData: { needs: bulkNeeds },
}).lazy(() => import('../bulk-edits/BulkListPage.tsx').then((module) => module.route));
const bulkEdit = createRoute({
  getParentRoute: () => clients,
  path: 'bulk-edits/$bulkEditId',
  params: {
    parse: ({ bulkEditId }) => ({ bulkEditId: bulkEditId as BulkEditId }),
    stringify: ({ bulkEditId }) => ({ bulkEditId }),
  },
  staticData: { needs: bulkNeeds },
}).lazy(() => import('../bulk-edits/BulkEditPage.tsx').then((module) => module.route));

/** Pairs of clients that may be one. */
export const duplicatePairs = createRoute({
  getParentRoute: () => app,
  path: 'clients/duplicates',
  validateSearch: ({ queue }): { queue?: 'dismissed' | undefined } => ({
    queue: queue === 'dismissed' ? queue : undefined,
  }),
  staticData: { needs: { feature: 'clients', permission: 'clients.merge' } },
}).lazy(() => import('../duplicates/PairsPage.tsx').then((module) => module.route));
interface MergeSearch {
  keep?: ClientId;
  lose?: ClientId;
  merge?: MergeId;
}
const readMergeSearch = ({ keep, lose, merge }: Record<string, unknown>): MergeSearch => ({
  ...(keep ? { keep: keep as ClientId } : {}),
  ...(lose ? { lose: lose as ClientId } : {}),
  ...(merge ? { merge: merge as MergeId } : {}),
});

/** Where two clients are merged: which one stays, which one goes, and the merge once there is one. */
export const mergeClients = createRoute({
  getParentRoute: () => app,
  path: 'clients/merge',
  validateSearch: readMergeSearch,
  staticData: { needs: { feature: 'clients', permission: 'clients.merge' } },
}).lazy(() => import('../merges/MergePage.tsx').then((module) => module.route));

/** The list of clients, and what opens over it. */
export const clientsTree = clients.addChildren([newClient, bulkEditList, bulkEdit]);
