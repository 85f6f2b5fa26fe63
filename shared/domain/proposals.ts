import { createHash } from 'node:crypto';
import { type ActorStamp, stamp } from '#contracts/actor.ts';
import { type RuleField, ruleFields } from '#contracts/compliance.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, ProposalId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Ground, Proposal, ProposalAnswer, Proposals } from '#contracts/schemas/proposal.ts';
import type { AssignRule, Standard, StandardKey } from '#contracts/schemas/standard.ts';
import { type ClientReader, get as getClient, versionConflict } from './clients.ts';
import type { Deps } from './deps.ts';
import { nextVersion } from './records.ts';
import type { RequirementReader } from './requirements.ts';
import type { StandardReader } from './standards.ts';

/** What was answered to a proposal. The proposal itself is stored nowhere: it follows from rule and client. */
export interface ProposalRecord {
  id: ProposalId;
  clientId: ClientId;
  standardKey: StandardKey;
  standardName: string;
  version: number;
  status: 'set_aside' | 'proposed';
  /** Why it was set aside. */
  statusReason: string | null;
  /** What it was answered on: another rule, or other values of the client, make another proposal. */
  basis: string;
  createdAt: string;
  updatedAt: string;
  updatedBy: ActorStamp;
}

export interface ProposalReader {
  /** Every answer that was given for a client: never more than there were standards. */
  ofClient(clientId: ClientId): Promise<ProposalRecord[]>;
}

export interface ProposalWriter {
  /** @throws {Refusal} `version_conflict` */
  put(before: ProposalRecord | null, after: ProposalRecord, answer: Proposal): Promise<void>;
}

type Reading = Deps<{
  clients: ClientReader;
  proposals: ProposalReader;
  requirements: RequirementReader;
  standards: StandardReader;
}>;
type Writing = Deps<Reading['data'] & { proposals: ProposalReader & ProposalWriter }>;

/**
 * The standards whose rules fit a client that this actor may see and that does not have them.
 * @throws {Refusal} `not_found`
 */
export async function list(deps: Reading, clientId: ClientId): Promise<Proposals> {
  const fitting = await fittingOf(deps, clientId);
  return { data: fitting.map((one) => answerOf(one, one.record)) };
}

/**
 * Sets a proposal aside, or takes that back. What is decided is what was proposed when it was read: should the
 * rule or the client change at this very moment, it is proposed anew.
 * @throws {Refusal} `not_found` for what is not proposed, `version_conflict`
 */
export async function answer(
  deps: Writing,
  { clientId, standardKey }: { clientId: ClientId; standardKey: StandardKey },
  { dismissal }: ProposalAnswer,
  expected: number,
): Promise<Proposal> {
  const proposed = (await fittingOf(deps, clientId)).find(({ standard }) => standard.key === standardKey);
  if (!proposed) throw notFound('no such proposal');
  const { record: before, standard, basis } = proposed;
  if ((before?.version ?? 0) !== expected) {
    throw before ? versionConflict(before) : new Refusal('version_conflict', { extra: { version: 0 } });
  }
  if (!before && !dismissal) return answerOf(proposed, null);
  const now = deps.clock.now();
  const said = {
    standardName: standard.name,
    status: dismissal ? ('set_aside' as const) : ('proposed' as const),
    statusReason: dismissal?.reason ?? null,
    basis,
  };
  const after: ProposalRecord = before
    ? nextVersion(deps, before, { ...before, ...said })
    : {
        id: deps.ids.next('proposal'),
        clientId,
        standardKey,
        version: 1,
        ...said,
        createdAt: now,
        updatedAt: now,
        updatedBy: stamp(deps.actor),
      };
  const answered = answerOf(proposed, after);
  if (after !== before) await deps.data.proposals.put(before, after, answered);
  return answered;
}

/** A standard whose rule fits, why, and what was answered to it if anything. */
interface Fitting {
  standard: Standard;
  grounds: Ground[];
  basis: string;
  record: ProposalRecord | null;
}

async function fittingOf(deps: Reading, clientId: ClientId): Promise<Fitting[]> {
  const { data } = deps;
  const client = await getClient(deps, clientId);
  const [standards, requirements, records] = await Promise.all([
    data.standards.all(),
    data.requirements.ofClient(clientId),
    data.proposals.ofClient(clientId),
  ]);
  const taken = new Set(requirements.map(({ standardKey }) => standardKey));
  return standards
    .filter(({ key, archived }) => !archived && !taken.has(key))
    .flatMap((standard) => {
      const grounds = standard.rule && groundsOf(standard.rule, client);
      if (!grounds) return [];
      const record = records.find(({ standardKey }) => standardKey === standard.key) ?? null;
      return [{ standard, grounds, basis: basisOf(standard, grounds), record }];
    });
}

function answerOf({ standard, grounds, basis }: Fitting, record: ProposalRecord | null): Proposal {
  const isAside = record?.status === 'set_aside' && record.basis === basis;
  return {
    standardKey: standard.key,
    version: record?.version ?? 0,
    standardName: standard.name,
    grounds,
    dismissal: isAside
      ? { reason: record.statusReason ?? '', dismissedAt: record.updatedAt, dismissedBy: record.updatedBy }
      : null,
  };
}

type Judged = Pick<Client, 'industry' | 'primaryServiceTypeKey' | 'addresses' | 'tags'>;

/** What of a client each kind of value is compared with. */
const valuesOf: Record<RuleField, (client: Judged) => (string | null)[]> = {
  industries: ({ industry }) => [industry],
  serviceTypeKeys: ({ primaryServiceTypeKey }) => [primaryServiceTypeKey],
  countries: ({ addresses }) => addresses.map(({ country }) => country),
  tags: ({ tags }) => tags,
};

/**
 * Why a rule fits a client: of each kind that the rule names, those of its values that the client has. Null when
 * the client has none of one kind: any of a kind is enough, and every kind is needed.
 */
export function groundsOf(rule: AssignRule, client: Judged): Ground[] | null {
  const grounds = ruleFields.flatMap((field) => {
    const wanted = rule[field] ?? [];
    if (wanted.length === 0) return [];
    const there = new Set(valuesOf[field](client).map((value) => value && folded(value)));
    return [{ field, values: wanted.filter((value) => there.has(folded(value))) }];
  });
  return grounds.length > 0 && grounds.every(({ values }) => values.length > 0) ? grounds : null;
}

const folded = (value: string) => value.normalize('NFKC').toLocaleLowerCase('en');

/** Names what was proposed and why; a standard that is made anew under an old key is another one. */
const basisOf = ({ rule, createdAt }: Standard, grounds: Ground[]): string =>
  createHash('sha256')
    .update(JSON.stringify([createdAt, ruleFields.map((field) => rule?.[field] ?? []), grounds]))
    .digest('base64url');
