import { invalidField } from '#contracts/errors.ts';
import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { Away, Contact } from '#contracts/schemas/contact.ts';

/** Whom somebody stands for, as far as a deputy has to do with it. */
type Standing = Pick<Contact, 'id' | 'brandIds'>;

interface DeputyReader {
  get(clientId: ClientId, contactId: ContactId): Promise<Standing | null>;
}

/** Whether somebody stands for all that another one stands for. */
export const standsFor = (deputy: Pick<Standing, 'brandIds'>, { brandIds }: Pick<Standing, 'brandIds'>) =>
  deputy.brandIds.length === 0 ||
  (brandIds.length > 0 && brandIds.every((brand) => deputy.brandIds.includes(brand)));

/**
 * Days away as they are kept: a deputy is another contact of this very client, who stands for all that the
 * other one stands for.
 * @throws {Refusal} `validation_failed` for another deputy
 */
export async function awayOf(
  contacts: DeputyReader,
  clientId: ClientId,
  { id, brandIds }: Standing,
  away: Away | null,
): Promise<Away | null> {
  if (!away?.deputyId) return away;
  const deputy = away.deputyId === id ? null : await contacts.get(clientId, away.deputyId);
  if (!deputy) {
    throw invalidField('/away/deputyId', 'unknown_contact', 'must be another contact of this client');
  }
  if (!standsFor(deputy, { brandIds })) {
    throw invalidField('/away/deputyId', 'other_brands', 'must stand for the same brands');
  }
  return away;
}
