import { ClientId, WorkspaceId } from '../ids.ts';
import { route } from '../route.ts';
import { Proposal, ProposalAnswer, Proposals } from '../schemas/proposal.ts';
import { StandardKey } from '../schemas/standard.ts';

const ofClient = { workspaceId: WorkspaceId, clientId: ClientId };

/** Standards that rules propose to a client. One is taken up by assigning it, as any other. */
export const proposals = {
  list: route('GET /api/staff/workspaces/{workspaceId}/clients/{clientId}/proposals', {
    summary: 'The standards whose rules fit a client that does not have them, each with why',
    audience: 'staff',
    permission: 'compliance.view',
    feature: 'compliance',
    needs: ['table.read'],
    params: ofClient,
    response: Proposals,
    status: 200,
    budget: { calls: 4, rcu: 400, wcu: 0 },
  }),
  answer: route('PUT /api/staff/workspaces/{workspaceId}/clients/{clientId}/proposals/{standardKey}', {
    summary: 'Set a proposed standard aside with a reason, or propose it again',
    audience: 'staff',
    permission: 'compliance.manage',
    feature: 'compliance',
    needs: ['table.read', 'table.write'],
    params: { ...ofClient, standardKey: StandardKey },
    body: ProposalAnswer,
    response: Proposal,
    status: 200,
    budget: { calls: 5, rcu: 400, wcu: 12 },
  }),
} as const;
