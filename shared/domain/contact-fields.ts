import { stamp } from '#contracts/actor.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { ContactCreate } from '#contracts/schemas/contact.ts';
import type { ContactRecord } from './contact-store.ts';
import type { Deps } from './deps.ts';

/** A contact as it begins; what had to be looked up is given beside the input. */
export function newContact(
  { actor, clock }: Pick<Deps<object>, 'actor' | 'clock'>,
  id: ContactId,
  clientId: ClientId,
  input: ContactCreate,
  found: Pick<ContactRecord, 'phones' | 'brandIds' | 'away'>,
): ContactRecord {
  const now = clock.now();
  return {
    id,
    version: 1,
    clientId,
    firstName: input.firstName,
    lastName: input.lastName ?? null,
    name: nameOf(input),
    title: input.title ?? null,
    department: input.department ?? null,
    emails: input.emails ?? [],
    flags: input.flags ?? [],
    locale: input.locale ?? null,
    timeZone: input.timeZone ?? null,
    pronouns: input.pronouns ?? null,
    leftOn: input.leftOn ?? null,
    planned: null,
    ...found,
    createdAt: now,
    updatedAt: now,
    updatedBy: stamp(actor),
  };
}

/** First and last name as shown. */
export const nameOf = ({
  firstName,
  lastName,
}: {
  firstName: string;
  lastName?: string | null | undefined;
}): string => [firstName, lastName].filter(Boolean).join(' ');
