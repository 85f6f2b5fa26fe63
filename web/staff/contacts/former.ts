import type { Contact } from '#contracts/schemas/contact.ts';

/** Somebody whose last day at the client is over. */
export const isFormer = ({ leftOn }: Pick<Contact, 'leftOn'>, today: string) =>
  leftOn !== null && leftOn < today;
