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
import { type Found, find, save, type Writing } from './requirements.ts';

/**
 * Says how far a client meets a standard. What is met without an end of its own is met for as long as the
 * standard says, from today. Where four eyes are needed, it is met by evidence that is accepted and holds today,
 * and no longer than that.
 * @throws {Refusal} `not_found`, `version_conflict`, `four_eyes`, `invalid_transition` with what is allowed,
 * `validation_failed` for an end after that of the evidence
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
  const isAgain = status === kept.status && expiresOn === undefined;
  const lasting =
    expiresOn ?? (standard.validityDays === null ? null : daysFrom(today, standard.validityDays));
  const wanted = isAgain ? kept.expiresOn : lasting;
  return save(deps, found, {
    ...kept,
    status,
    statusReason: reason ?? (status === kept.status ? kept.statusReason : null),
    expiresOn: status !== 'compliant' ? null : standard.fourEyes ? proven(found, wanted, expiresOn) : wanted,
  });
}

/**
 * Until when it is met where that takes four eyes: not beyond the last of what proves it today.
 * @throws {Refusal} `four_eyes` where nothing does, `validation_failed` for a later end that was asked for
 */
function proven(
  { kept, today }: Found,
  wanted: string | null,
  asked: string | null | undefined,
): string | null {
  const ends = kept.evidence.filter((one) => holdsOn(one, today)).map(({ expiresOn }) => expiresOn);
  if (ends.length === 0) throw unproven();
  const last = lastOf(ends);
  if (last === null) return wanted;
  if (asked && asked > last) {
    throw invalidField('/expiresOn', 'after_evidence', `must not be after ${last}, when the evidence ends`);
  }
  return wanted === null || wanted > last ? last : wanted;
}

/** Whether a piece of evidence was accepted, and proves anything on a day. */
const holdsOn = ({ review, issuedOn, expiresOn }: Evidence, day: string): boolean =>
  review === 'accepted' && issuedOn <= day && (expiresOn === null || day <= expiresOn);

/** The last of some ends; what has none outlasts every other. */
const lastOf = (ends: readonly (string | null)[]): string | null =>
  ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);

/**
 * Adds a link to evidence, to be reviewed. What was not begun has begun with it. Evidence that it corrects is
 * withdrawn in the same step, and stays with its history.
 * @throws {Refusal} `not_found`, `version_conflict`, `invalid_transition` for what does not apply,
 * `evidence_full`, `validation_failed` for a day of issue that is still to come or for what it would correct
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
  const { kept, standard, today } = found;
  if (kept.status === 'not_applicable') throw notAllowed(kept.status);
  if (input.issuedOn > today) throw invalidField('/issuedOn', 'ahead', 'must not be a day to come');
  const corrected = input.corrects && kept.evidence.find((one) => one.id === input.corrects);
  if (input.corrects && (!corrected || corrected.review === 'withdrawn')) {
    throw invalidField('/corrects', 'unknown_evidence', 'must be evidence that was not withdrawn');
  }
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
    acceptedAt: null,
  };
  const left = corrected
    ? judged(deps, kept, corrected, 'withdrawn', `Corrected by ${input.label}`)
    : { ...kept, status: kept.status === 'not_started' ? ('in_progress' as const) : kept.status };
  return save(deps, found, { ...left, evidence: [evidence, ...roomIn(left.evidence)] });
}

/**
 * Evidence with room for one more. What was ever accepted stays, since an auditor asks for it, and what nobody
 * judged yet stays too: of the others the oldest makes room, and the timeline remembers it.
 * @throws {Refusal} `evidence_full` where none of it can go
 */
function roomIn(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length < MOST_EVIDENCE) return evidence;
  const oldest = evidence.findLast(({ review, acceptedAt }) => !acceptedAt && isRefused(review));
  if (!oldest) throw new Refusal('evidence_full', { extra: { max: MOST_EVIDENCE } });
  return evidence.filter((one) => one !== oldest);
}

const isRefused = (review: Evidence['review']) => review === 'rejected' || review === 'withdrawn';

/**
 * Accepts, rejects or withdraws evidence, also what was judged before. Accepted evidence meets the requirement
 * until the last of it ends; when what it rested on is taken back, it is in progress again.
 * @throws {Refusal} `not_found`, `version_conflict`, `invalid_transition` for what does not apply, `four_eyes`
 * for whoever would accept what he added himself, where that takes somebody else
 */
export async function reviewEvidence(
  deps: Writing,
  { clientId, requirementId, evidenceId }: ReviewPlace,
  { decision, reason }: EvidenceReview,
  expected: number,
): Promise<Requirement> {
  const found = await find(deps, clientId, requirementId, expected);
  const { kept, standard } = found;
  const before = kept.evidence.find((one) => one.id === evidenceId);
  if (!before) throw notFound('no such evidence of this requirement');
  if (kept.status === 'not_applicable') throw notAllowed(kept.status);
  if (decision === 'accepted' && standard.fourEyes && isBy(before.addedBy, deps.actor)) throw ownEvidence();
  return save(deps, found, judged(deps, kept, before, decision, reason ?? null));
}

/** A requirement after a piece of its evidence was judged, with what that makes of it. */
function judged(
  { actor, clock }: Pick<Writing, 'actor' | 'clock'>,
  kept: KeptRequirement,
  before: Evidence,
  review: EvidenceReview['decision'],
  reason: string | null,
): KeptRequirement {
  const now = clock.now();
  const acceptedAt = before.acceptedAt ?? (review === 'accepted' ? now : null);
  const after: Evidence = {
    ...before,
    review,
    reason,
    reviewedAt: now,
    reviewedBy: stamp(actor),
    acceptedAt,
  };
  const evidence = kept.evidence.map((one) => (one.id === before.id ? after : one));
  const restedOnIt = before.review === 'accepted' && kept.status === 'compliant';
  return { ...kept, evidence, ...((review === 'accepted' || restedOnIt) && met(evidence)) };
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
  return { status: 'compliant', statusReason: null, expiresOn: lastOf(ends) };
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
