import type { Client, ClientCreate, FirstContact } from '#contracts/schemas/client.ts';
import { type CodeReader, withFreeCodes } from './client-codes.ts';
import { newClient } from './client-fields.ts';
import { newContact } from './contact-fields.ts';
import type { ContactRecord } from './contact-store.ts';
import type { Deps } from './deps.ts';
import { assertOffered, type ListReader } from './lists.ts';
import { type MemberReader, resolveOwner } from './members.ts';
import { assertHolds } from './permissions.ts';
import { toE164 } from './phones.ts';
import { assertMayWriteTaxId, withoutTaxId } from './tax-ids.ts';

export interface NewClientWriter {
  /**
   * Writes client, counters, code guard and the first contact together, and keeps the answer.
   * @throws {Refusal} `code_taken`
   */
  create(client: Client, contact: ContactRecord | null, answer: Client): Promise<void>;
}

type Beginning = Deps<{
  newClients: NewClientWriter;
  codes: CodeReader;
  members: MemberReader;
  lists: ListReader;
}>;

/**
 * Opens a client for business; it is pending until somebody makes it active. Its first contact, if one is known,
 * is its primary contact.
 * @throws {Refusal} `validation_failed` for an owner who cannot own or a phone that is none, `code_taken` with
 * free codes, `forbidden` for a tax id, or a contact without stakeholders.manage
 */
export async function create(deps: Beginning, { firstContact, ...input }: ClientCreate): Promise<Client> {
  const { actor, data } = deps;
  assertMayWriteTaxId(actor, { taxId: input.taxId ?? undefined });
  if (firstContact) assertHolds(actor, 'stakeholders.manage');
  await assertOffered(deps, 'service_types', input.primaryServiceTypeKey, '/primaryServiceTypeKey');
  const alone = newClient(deps, input, await resolveOwner(deps, input.ownerId));
  const contact = firstContact ? await contactOf(deps, alone, firstContact) : null;
  const client = contact
    ? { ...alone, primaryContactId: contact.id, primaryContactName: contact.name }
    : alone;
  const answer = withoutTaxId(actor, client);
  await withFreeCodes(data.codes, client.name, () => data.newClients.create(client, contact, answer));
  return answer;
}

async function contactOf(
  deps: Beginning,
  client: Client,
  { email, phone, ...input }: FirstContact,
): Promise<ContactRecord> {
  const numbers = phone ? [phone] : [];
  const country = client.addresses[0]?.country;
  const phones = await toE164(numbers, country, () => '/firstContact/phone');
  const emails = email ? [email] : [];
  const fields = { ...input, emails };
  return newContact(deps, deps.ids.next('contact'), client.id, fields, { phones, brandIds: [], away: null });
}
