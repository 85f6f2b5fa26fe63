/** What somebody has said of a requirement; state machine 6 without what follows from the day. */
export const requirementStatuses = [
  'not_started',
  'in_progress',
  'compliant',
  'partial',
  'non_compliant',
  'not_applicable',
] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];

/** Which status each may become; the rest of state machine 6 is derived from the day. */
export const requirementMoves: Record<RequirementStatus, readonly RequirementStatus[]> = {
  not_started: ['in_progress', 'not_applicable'],
  in_progress: ['compliant', 'partial', 'non_compliant', 'not_applicable'],
  compliant: ['in_progress', 'partial', 'non_compliant', 'not_applicable'],
  partial: ['in_progress', 'compliant', 'non_compliant', 'not_applicable'],
  non_compliant: ['in_progress', 'compliant', 'partial', 'not_applicable'],
  not_applicable: ['in_progress'],
};

/** What follows while a client does not meet a standard. */
export const blockings = ['none', 'warn', 'block'] as const;

/** What of a client a standard's rule may look at, in the order in which its reasons are told. */
export const ruleFields = ['industries', 'serviceTypeKeys', 'countries', 'tags'] as const;
export type RuleField = (typeof ruleFields)[number];

/** How many days before a deadline its owner is reminded, unless the standard says otherwise. */
export const usualReminders = [60, 30, 15, 1];
