import { type ActorStamp, stamp } from '#contracts/actor.ts';
import { type RequirementStatus, requirementMoves } from '#contracts/compliance.ts';
import { invalidField, notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId, EvidenceId, RequirementId } from '#contracts/ids.ts';
import {
  type Evidence,
  type EvidenceAdd,
  type EvidenceReview,
  type KeptRequirement,
  MOST_EVIDENCE,
  type Requirement,
  type RequirementMove,
  WAIVER_DAYS,
  type WaiverGrant,
} from '#contracts/schemas/requirement.ts';
import { daysFrom } from './requirement-states.ts';
import { find, save, type Writing } from './requirements.ts';

/**
 * Says how far a client meets a standard. What is met without an end of its own is met for as long as the
 * standard says, from today. Where four eyes are needed, it is met by accepted evidence only.
 * @throws {Refusal} `not_found`, `version_conflict`, `four_eyes`, `invalid_transition` with what is allowed
 */
export async function move(
  deps: Writing,
  clientId: ClientId,
  id: RequirementId,
  { status, reason, expiresOn }: RequirementMove,
  expected: number,
): Promise<Requirement> {
  const found = await find(deps, clientId, id, expected);
  const { kept, standard, today } = found;
  if (status !== kept.status) assertMove(kept.status, status);
  const isProven = kept.evidence.some(({ review }) => review === 'accepted');
  if (status === 'compliant' && standard.fourEyes && !isProven) throw unproven();
  const lasting =
    expiresOn ?? (standard.validityDays === null ? null : daysFrom(today, standard.validityDays));
  const isAgain = status === kept.status && expiresOn === undefined;
  return save(deps, found, {
    ...kept,
    status,
    statusReason: reason ?? (status === kept.status ? kept.statusReason : null),
    expiresOn: status !== 'compliant' ? null : isAgain ? kept.expiresOn : lasting,
  });
}

/**
 * Adds a link to evidence, to be reviewed. What was not begun has begun with it. Of more than are kept the
 * oldest goes; the timeline remembers it.
 * @throws {Refusal} `not_found`, `version_conflict`, `invalid_transition` for what does not apply
 */
export async function addEvidence(
  deps: Writing,
  clientId: ClientId,
  id: RequirementId,
  input: EvidenceAdd,
  expected: number,
): Promise<Requirement> {
  const { actor, clock, ids } = deps;
  const found = await find(deps, clientId, id, expected);
  const { kept, standard } = found;
  if (kept.status === 'not_applicable') throw notAllowed(kept.status);
  const evidence: Evidence = {
    id: ids.next('evidence'),
    label: input.label,
    url: input.url,
    kind: input.kind ?? null,
    issuedOn: input.issuedOn,
    expiresOn:
      input.expiresOn ??
      (standard.validityDays === null ? null : daysFrom(input.issuedOn, standard.validityDays)),
    review: 'pending',
    reason: null,
    addedAt: clock.now(),
    addedBy: stamp(actor),
    reviewedAt: null,
    reviewedBy: null,
  };
  return save(deps, found, {
    ...kept,
    status: kept.status === 'not_started' ? 'in_progress' : kept.status,
    evidence: [evidence, ...kept.evidence].slice(0, MOST_EVIDENCE),
  });
}

/**
 * Accepts or rejects evidence. Accepted evidence meets the requirement until the last of it ends; when what it
 * rested on is rejected, it is in progress again.
 * @throws {Refusal} `not_found`, `version_conflict`, `invalid_transition` for what does not apply, `four_eyes`
 * for whoever would accept what he added himself, where that takes somebody else
 */
export async function reviewEvidence(
  deps: Writing,
  { clientId, requirementId, evidenceId }: ReviewPlace,
  { decision, reason }: EvidenceReview,
  expected: number,
): Promise<Requirement> {
  const { actor, clock } = deps;
  const found = await find(deps, clientId, requirementId, expected);
  const { kept, standard } = found;
  const before = kept.evidence.find((one) => one.id === evidenceId);
  if (!before) throw notFound('no such evidence of this requirement');
  if (kept.status === 'not_applicable') throw notAllowed(kept.status);
  if (decision === 'accepted' && standard.fourEyes && isBy(before.addedBy, actor)) throw ownEvidence();
  const reviewed: Evidence = {
    ...before,
    review: decision,
    reason: reason ?? null,
    reviewedAt: clock.now(),
    reviewedBy: stamp(actor),
  };
  const evidence = kept.evidence.map((one) => (one.id === evidenceId ? reviewed : one));
  const changed = { ...kept, evidence };
  if (decision === 'accepted') return save(deps, found, { ...changed, ...met(evidence) });
  const restedOnIt = before.review === 'accepted' && kept.status === 'compliant';
  return save(deps, found, { ...changed, ...(restedOnIt && met(evidence)) });
}

interface ReviewPlace {
  clientId: ClientId;
  requirementId: RequirementId;
  evidenceId: EvidenceId;
}

/** What the accepted evidence makes of a requirement: met until the last of it ends, or not met. */
function met(evidence: readonly Evidence[]): Pick<KeptRequirement, 'status' | 'statusReason' | 'expiresOn'> {
  const ends = evidence.filter(({ review }) => review === 'accepted').map(({ expiresOn }) => expiresOn);
  if (ends.length === 0) return { status: 'in_progress', statusReason: null, expiresOn: null };
  const last = ends.includes(null) ? null : (ends.sort().at(-1) ?? null);
  return { status: 'compliant', statusReason: null, expiresOn: last };
}

/**
 * Excuses a client from a standard, up to and including a day; whoever does it is the approver.
 * @throws {Refusal} `not_found`, `version_conflict`, `validation_failed` for a day that is over or too far off
 */
export async function waive(
  deps: Writing,
  clientId: ClientId,
  id: RequirementId,
  { reason, until }: WaiverGrant,
  expected: number,
): Promise<Requirement> {
  const found = await find(deps, clientId, id, expected);
  if (until < found.today) throw invalidField('/until', 'not_ahead', 'must not be over already');
  if (until > daysFrom(found.today, WAIVER_DAYS)) {
    throw invalidField('/until', 'too_far', `must be at most ${WAIVER_DAYS} days ahead`);
  }
  const waiver = { reason, until, approver: stamp(deps.actor), grantedAt: deps.clock.now() };
  return save(deps, found, { ...found.kept, waiver });
}

/**
 * Ends a waiver before its day; without one nothing changes.
 * @throws {Refusal} `not_found`, `version_conflict`
 */
export async function unwaive(
  deps: Writing,
  clientId: ClientId,
  id: RequirementId,
  expected: number,
): Promise<Requirement> {
  const found = await find(deps, clientId, id, expected);
  return save(deps, found, { ...found.kept, waiver: null });
}

const isBy = (who: ActorStamp, actor: Writing['actor']) => {
  const me = stamp(actor);
  return who.type === me.type && who.id === me.id;
};

/** Where four eyes are needed, nobody judges his own. */
const ownEvidence = () =>
  new Refusal('four_eyes', {
    detail: 'You added this evidence. Another person has to accept it; you may still reject it.',
  });

const unproven = () =>
  new Refusal('four_eyes', { detail: 'Add evidence, and let another person accept it: that meets it.' });

function assertMove(from: RequirementStatus, to: RequirementStatus): void {
  if (!requirementMoves[from].includes(to)) throw notAllowed(from);
}

const notAllowed = (from: RequirementStatus) =>
  new Refusal('invalid_transition', {
    detail: `What is ${from} can become ${requirementMoves[from].join(', ')}.`,
    extra: { from, allowed: requirementMoves[from] },
  });
