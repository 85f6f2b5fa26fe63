import type { ProposalReader, ProposalRecord, ProposalWriter } from '#domain/proposals.ts';
import type { Db } from '../db.ts';
import { Proposal as Entity, type ProposalItem } from '../entities/proposal.ts';
import { putOver, withoutNulls } from './records.ts';

export function proposalRepository(db: Db): ProposalReader & ProposalWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table, consistent: true };
  return {
    /** Every answer for a client, in one query. */
    async ofClient(clientId) {
      const { data } = await Entity.query.ofClient({ workspaceId, clientId }).go({ ...at, pages: 'all' });
      return data.map(fromItem);
    },

    async put(before, { id: proposalId, ...fields }, answer) {
      const whole = Entity.put({ ...withoutNulls(fields), proposalId, workspaceId });
      await db.commit([putOver(table, whole, before?.version ?? 0)], answer);
    },
  };
}

/** Stored to domain; what the store has no value for is null. */
export const fromItem = ({ proposalId, workspaceId: _, ...item }: ProposalItem): ProposalRecord => ({
  statusReason: null,
  ...item,
  id: proposalId,
});
