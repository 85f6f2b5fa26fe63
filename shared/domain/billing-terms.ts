import { invalidField } from '#contracts/errors.ts';
import type { BillingProfile, BillingProfileCreate } from '#contracts/schemas/billing-profile.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { type ClientSettingsReader, settledFor } from './client-settings.ts';
import type { ClientReader } from './clients.ts';
import type { WorkspaceReader } from './workspaces.ts';

/** What the settings of a client are read from. */
export interface SettledReaders {
  clients: ClientReader;
  clientSettings: ClientSettingsReader;
  workspaces: WorkspaceReader;
}

/** Currency and terms as they are named, else as they are settled for the client. */
export async function agreedOn(
  data: SettledReaders,
  client: Client,
  { currency, terms, termDays = null }: BillingProfileCreate,
): Promise<Pick<BillingProfile, 'currency' | 'terms' | 'termDays'>> {
  if (currency && terms) return { currency, terms, termDays };
  const settled = await settledFor(data, client);
  const usual = { terms: settled.terms.terms, termDays: termDays ?? settled.terms.termDays };
  return { currency: currency ?? settled.currency, ...(terms ? { terms, termDays } : usual) };
}

/** Whoever gets the invoices gets no copy besides. @throws {Refusal} `validation_failed` */
export function assertCopies({ emailTo, emailCc }: Pick<BillingProfile, 'emailTo' | 'emailCc'>): void {
  const at = emailCc.indexOf(emailTo);
  if (at >= 0) throw invalidField(`/emailCc/${at}`, 'same_as_to', 'gets the invoices already');
}

/** Days of one's own go with terms of one's own, and only there. @throws {Refusal} `validation_failed` */
export function assertTerms({ terms, termDays }: Pick<BillingProfile, 'terms' | 'termDays'>): void {
  if (terms === 'custom' && termDays === null) {
    throw invalidField('/termDays', 'days_needed', 'is needed with terms of your own');
  }
  if (terms !== 'custom' && termDays !== null) {
    throw invalidField('/termDays', 'days_unwanted', 'belongs to terms of your own only');
  }
}
