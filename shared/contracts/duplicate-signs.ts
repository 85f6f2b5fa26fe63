/** What can tell that two clients are one, the strongest first. */
export const traitKinds = ['taxId', 'domain', 'email', 'name'] as const;
export type TraitKind = (typeof traitKinds)[number];

/** How likely two clients are one, by what they share. */
export const likelihoods = ['certain', 'likely', 'possible'] as const;
export type Likelihood = (typeof likelihoods)[number];

/** Pairs that wait for somebody to decide, and those of which somebody said that they are two. */
export const pairQueues = ['open', 'dismissed'] as const;
export type PairQueue = (typeof pairQueues)[number];
