import { WorkspaceId } from '../ids.ts';
import { pageOf, pagingQuery } from '../paging.ts';
import { route } from '../route.ts';
import { OfferSpread, OperatedWorkspace, WorkspaceStatusChange } from '../schemas/operator.ts';
import { Offer, OfferChange, OfferKey, OfferKind } from '../schemas/plan.ts';

const offer = { kind: OfferKind, key: OfferKey };

export const operator = {
  workspaces: route('GET /api/operator/workspaces', {
    summary: 'Every workspace of the installation',
    audience: 'operator',
    permission: 'operator',
    needs: ['directory.read', 'table.read'],
    query: pagingQuery,
    response: pageOf(OperatedWorkspace),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 2, rcu: 110, wcu: 0 },
  }),
  setStatus: route('PUT /api/operator/workspaces/{workspaceId}/status', {
    summary: 'Suspend a workspace, or let it in again; it counts from the next request',
    audience: 'operator',
    permission: 'operator',
    needs: ['table.read', 'table.write'],
    params: { workspaceId: WorkspaceId },
    body: WorkspaceStatusChange,
    response: OperatedWorkspace,
    status: 200,
    budget: { calls: 2, rcu: 2, wcu: 8 },
  }),
  putOffer: route('PUT /api/operator/offers/{kind}/{key}', {
    summary: 'Write the next version of a plan or add-on; workspaces keep theirs until it is applied to them',
    audience: 'operator',
    permission: 'operator',
    needs: ['directory.read', 'directory.change'],
    params: offer,
    body: OfferChange,
    response: Offer,
    status: 200,
    errors: ['unknown_feature_key'],
    budget: { calls: 2, rcu: 5, wcu: 4 },
  }),
  spread: route('GET /api/operator/offers/{kind}/{key}/workspaces', {
    summary: 'Which workspaces have the offer, and in which version; a page of workspaces a call',
    audience: 'operator',
    permission: 'operator',
    needs: ['directory.read', 'table.read'],
    params: offer,
    query: pagingQuery,
    response: pageOf(OfferSpread),
    status: 200,
    errors: ['bad_cursor'],
    budget: { calls: 3, rcu: 110, wcu: 0 },
  }),
  apply: route('POST /api/operator/workspaces/{workspaceId}/offers/{kind}/{key}', {
    summary: 'Give one workspace the newest version of an offer that it has',
    audience: 'operator',
    permission: 'operator',
    needs: ['directory.read', 'table.read', 'table.write'],
    params: { workspaceId: WorkspaceId, ...offer },
    ifMatch: true,
    response: OperatedWorkspace,
    status: 200,
    budget: { calls: 3, rcu: 8, wcu: 8 },
  }),
} as const;
