/**
 * What a plan may limit. A limit's counter moves in the transaction that moves the record, so that no race
 * goes past it; above a lowered limit nothing is deleted, reads stay, creates stop.
 */
export const limitCatalogue = {
  'clients.active': 'Clients that are active or pending',
  'members.active': 'Active members',
} as const;

export type Limit = keyof typeof limitCatalogue;
export const limits = Object.keys(limitCatalogue) as [Limit, ...Limit[]];

/** The most of each; null is without limit. */
export type Limits = Readonly<Record<Limit, number | null>>;

/** No limit at all: seeds, tests, and whoever acts for the installation. */
export const unlimited = Object.fromEntries(limits.map((limit) => [limit, null])) as Limits;
