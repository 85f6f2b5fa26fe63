/** Days for which a merge can be taken back. */
export const MERGE_DAYS = 30;

/** The client that stays, and the one that becomes a pointer to it. */
export const mergeSides = ['survivor', 'loser'] as const;
export type MergeSide = (typeof mergeSides)[number];
/** Whose value of a field is kept; of texts that fit together also both, one below the other. */
export const mergeChoices = [...mergeSides, 'both'] as const;
export type MergeChoice = (typeof mergeChoices)[number];

/** Where a merge stands: its records are on their way, there, on their way back, back. */
export const mergeStates = ['moving', 'done', 'undoing', 'undone'] as const;
export type MergeState = (typeof mergeStates)[number];

/** What moves from one client to the other, by kind, in the order in which it is told. */
export const mergeKinds = [
  'contact',
  'brand',
  'billing_profile',
  'project',
  'rate',
  'requirement',
  'note',
  'follow_up',
  'child',
  'portal_access',
] as const;
export type MergeKind = (typeof mergeKinds)[number];

/** What becomes of something that both clients have. */
export const collisionOutcomes = ['folded', 'renamed', 'kept', 'replaced', 'role_given_up'] as const;

/** Why two clients cannot be merged as they are. */
export const mergeBlocks = [
  'related',
  'sample',
  'unfinished',
  'too_many_links',
  'too_many_rates',
  'too_many_children',
  'too_deep',
] as const;
export type MergeBlock = (typeof mergeBlocks)[number];
