import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { RecordKind, timelineCatalogue } from '#contracts/events.ts';
import { settingWords } from '../client-settings/words.ts';
import { useRoutingWords } from '../routing/words.ts';

type FieldOf<K extends RecordKind> = K extends RecordKind ? keyof (typeof timelineCatalogue)[K] : never;

/** The fields the timeline tells of, in the middle of a sentence. */
const words: Record<FieldOf<RecordKind>, MessageDescriptor> = {
  ...settingWords,
  name: msg`the name`,
  legalName: msg`the legal name`,
  registrationNumber: msg`the registration number`,
  code: msg`the code`,
  website: msg`the website`,
  industry: msg`the industry`,
  taxId: msg`the tax ID`,
  notes: msg`the notes`,
  tags: msg`the tags`,
  status: msg`the status`,
  statusReason: msg`the reason`,
  ownerName: msg`the owner`,
  primaryContactName: msg`the primary contact`,
  addresses: msg`the addresses`,
  sizeBand: msg`the size`,
  revenueBand: msg`the revenue`,
  primaryServiceTypeKey: msg`the primary service`,
  currentSystems: msg`the current systems`,
  technicalRequirements: msg`the technical requirements`,
  language: msg`the language`,
  parentId: msg`the parent company`,
  mergedInto: msg`which client it belongs to now`,
  address: msg`the address`,
  terms: msg`the terms`,
  termDays: msg`the days to pay`,
  emailTo: msg`who gets invoices`,
  emailCc: msg`who gets copies`,
  poNumber: msg`the PO number`,
  deliveryMethod: msg`the delivery`,
  becameDefaultAt: msg`which one is the default`,
  color: msg`the colour`,
  moreColors: msg`the further colours`,
  title: msg`the title`,
  department: msg`the department`,
  emails: msg`the e-mail`,
  phones: msg`the phone`,
  flags: msg`the roles`,
  locale: msg`the language`,
  timeZone: msg`the time zone`,
  pronouns: msg`the pronouns`,
  brandIds: msg`the brands`,
  leftOn: msg`the last day`,
  planned: msg`the planned change`,
  away: msg`the days away`,
  role: msg`the role on the team`,
  since: msg`the first day on the team`,
  description: msg`the description`,
  startsOn: msg`the start`,
  endsOn: msg`the end`,
  memberIds: msg`the members`,
  positionName: msg`the position`,
  regular: msg`the regular rate`,
  overtime: msg`the overtime rate`,
  currency: msg`the currency`,
  effectiveFrom: msg`the first day`,
  effectiveTo: msg`the last day`,
  note: msg`the note`,
  kind: msg`the kind`,
  occurredAt: msg`the time`,
  contactName: msg`the contact`,
  body: msg`the text`,
  what: msg`the wording`,
  dueOn: msg`the due day`,
  standardName: msg`the standard`,
  expiresOn: msg`the expiry`,
  evidenceLabels: msg`the evidence`,
  acceptedLabels: msg`the accepted evidence`,
  rejectedLabels: msg`the rejected evidence`,
  withdrawnLabels: msg`the withdrawn evidence`,
  waivedUntil: msg`the waiver`,
  snoozedUntil: msg`the snooze`,
};

/** The kinds of records as headings of what can become of them. */
export const groupNames: Record<RecordKind, MessageDescriptor> = {
  client: msg`Client`,
  contact: msg`Contacts`,
  project: msg`Projects`,
  billing_profile: msg`Billing profiles`,
  brand: msg`Brands`,
  rate: msg`Rates`,
  client_settings: msg`Settings`,
  note: msg`Notes`,
  follow_up: msg`Follow-ups`,
  requirement: msg`Compliance`,
  proposal: msg`Proposals`,
  custom_values: msg`Own fields`,
  account_team: msg`Account team`,
  routing: msg`Who is written to`,
  merge: msg`Merges`,
};

/** A field by its word; one this page does not know keeps the server's label. */
export function useFieldWord() {
  const { _ } = useLingui();
  const routed: Record<string, string> = useRoutingWords();
  return ({ field, label }: { field: string; label: string }) => {
    if (Object.hasOwn(words, field)) return _(words[field as keyof typeof words]);
    const [kind, event = ''] = field.split('.');
    return kind === 'rule' ? (routed[event] ?? label) : label;
  };
}
