import type { ClientId, ProposalId, RequirementId, WorkspaceId } from '#contracts/ids.ts';
import { remindingOf } from '#domain/reminders.ts';
import { sameIndexes } from './census-indexes.ts';
import { Proposal } from './entities/proposal.ts';
import { Reminder } from './entities/reminder.ts';
import { Requirement } from './entities/requirement.ts';
import { RequirementStandard } from './entities/requirement-standard.ts';
import { Standard } from './entities/standard.ts';
import { toItem } from './repositories/reminders.ts';
import { fromItem } from './repositories/requirements.ts';

type Item = Record<string, unknown>;

/** What a census knows of compliance: standards, who has to meet them, and who is reminded of what. */
export interface ComplianceCensus {
  /** How many clients a standard says to have. */
  standards: Map<string, number>;
  requirements: Map<
    RequirementId,
    {
      clientId: ClientId;
      version: number;
      standardKey: string;
      /** The deadline and the quiet day that its reminder should have; null where there should be none. */
      reminding: string | null;
      tombstone: boolean;
    }
  >;
  /** Requirements by the `clientId standardKey` that is held for them. */
  required: Map<string, RequirementId>;
  /** What was answered to proposals; never taken away but with the client. */
  proposals: Map<ProposalId, { clientId: ClientId; version: number; tombstone: false }>;
  reminders: Map<RequirementId, { clientId: ClientId; reminding: string }>;
}

export const emptyCompliance = (): ComplianceCensus => ({
  standards: new Map(),
  requirements: new Map(),
  required: new Map(),
  proposals: new Map(),
  reminders: new Map(),
});

type Taking = ComplianceCensus & { strays: string[]; crooked: string[] };
type Taker = (census: Taking, workspaceId: WorkspaceId, Item: Item) => void;

export const complianceTakers: Record<string, Taker> = {
  standard(census, _, Item) {
    const { data } = Standard.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    census.standards.set(data.key, data.uses);
  },
  requirement(census, _, Item) {
    const { data } = Requirement.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { clientId, requirementId, version, standardKey } = data;
    const should = { ...data, row: { clientId, requirementId } };
    const expected = Requirement.create(should).params<{ Item: Item }>({ table: '-' }).Item;
    if (!sameIndexes(Item, expected)) census.crooked.push(`the requirement ${requirementId}`);
    const tombstone = data.deletedAt !== undefined;
    const wanted = tombstone ? null : remindingOf(fromItem(data));
    const reminding = wanted && toldOf(wanted.deadlineOn, wanted.quietUntil);
    census.requirements.set(requirementId, { clientId, version, standardKey, reminding, tombstone });
  },
  requirementStandard(census, _, Item) {
    const { data } = RequirementStandard.parse({ Item });
    if (data) census.required.set(`${data.clientId} ${data.standardKey}`, data.requirementId);
  },
  proposal(census, _, Item) {
    const { data } = Proposal.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { proposalId, clientId, version } = data;
    census.proposals.set(proposalId, { clientId, version, tombstone: false });
  },
  reminder(census, workspaceId, Item) {
    const { data } = Reminder.parse({ Item });
    if (!data) return void census.strays.push(`${Item.pk} ${Item.sk} cannot be read`);
    const { clientId, requirementId: id, deadlineOn, quietUntil = null, passed = null } = data;
    const should = toItem({ workspaceId }, { ...data, id }, { deadlineOn, quietUntil, passed });
    const expected = Reminder.create(should).params<{ Item: Item }>({ table: '-' }).Item;
    if (!sameIndexes(Item, expected)) census.crooked.push(`the reminder of ${id}`);
    census.reminders.set(id, { clientId, reminding: toldOf(deadlineOn, quietUntil) });
  },
};

const toldOf = (deadlineOn: string, quietUntil: string | null) => `${deadlineOn} from ${quietUntil ?? 'now'}`;
