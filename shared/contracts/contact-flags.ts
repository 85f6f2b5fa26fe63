/** What a contact is for the client. Apart from the schemas, so that a form may offer them without reading those. */
export const contactFlags = [
  'decision_maker',
  'reviewer',
  'approver',
  'billing',
  'communication_owner',
  'portal_user',
  'technical',
] as const;

/** Of these, a client has one at most. */
export const soleFlags = ['communication_owner'] as const satisfies readonly (typeof contactFlags)[number][];
export type SoleFlag = (typeof soleFlags)[number];
