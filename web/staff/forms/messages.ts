import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { FieldError, Problem } from '#contracts/errors.ts';

/** By field and code first, then by code. Fields of lists are written without their index. */
const messages: Record<string, MessageDescriptor> = {
  'website too_small': msg`Needs a domain, like acme.com`,
  'website custom': msg`Needs a domain, like acme.com`,
  'code invalid_format': msg`3 to 6 capital letters or digits, like ACM`,
  'tags custom': msg`Each tag once`,
  'addresses.country invalid_format': msg`Choose a country`,
  'addresses.country custom': msg`Choose a country`,
  'emails invalid_format': msg`An e-mail address, like ana@acme.com`,
  'emails custom': msg`Each address once`,
  'color invalid_format': msg`A colour like #1f6feb`,
  'address.country invalid_format': msg`Choose a country`,
  'address.country custom': msg`Choose a country`,
  'currency invalid_format': msg`Choose a currency`,
  'currency custom': msg`Choose a currency`,
  'emailTo invalid_format': msg`An e-mail address, like ana@acme.com`,
  'emailCc invalid_format': msg`E-mail addresses only, like ana@acme.com`,
  'emailCc custom': msg`Each address once`,
  'termDays too_big': msg`0 to 180 days`,
  'termDays too_small': msg`0 to 180 days`,
  'termDays invalid_type': msg`A whole number of days`,
  days_needed: msg`A whole number of days, 0 to 180`,
  hierarchy_cycle: msg`This client stands below the one you move, so it cannot stand above it`,
  unknown_entry: msg`No longer offered: choose another one`,
  unknown_client: msg`Choose a client that you see`,
  invalid_phone: msg`Not a phone number. One from abroad begins with + and its country code`,
  phone_twice: msg`This number is there already`,
  invalid_extension: msg`An extension has 1 to 8 digits`,
  flag_taken: msg`Another contact is the communication owner: take it from them first`,
  has_left: msg`Has left this client: choose somebody who is there`,
  not_held: msg`Is no role of this person any more`,
  after_last_day: msg`Must not be after the last day at the client`,
  before_plan: msg`A change is planned for after that day. Cancel it first.`,
  too_early: msg`Must be after the last change that is known`,
  same_as_to: msg`Gets the invoices already`,
  unknown_brand: msg`Is not a brand of this client any more`,
  email_taken: msg`Another contact of this client has this address`,
  'email invalid_format': msg`An e-mail address, like ana@acme.com`,
  'password weak_password': msg`Needs 10 characters or more, with capital and small letters, a digit and a symbol`,
  'code wrong_code': msg`This is not the code, or it is too old. Ask for a new one.`,
  'workspace.slug invalid_format': msg`3 to 40 letters, digits or hyphens, like northwind`,
  name_taken: msg`Another one has this name already`,
  before_due: msg`Must be after the day it is due`,
  'dueOn invalid_format': msg`Choose a day`,
  in_future: msg`Must not be later than now`,
  other_brands: msg`Choose somebody who stands for the same brands`,
  'away.from invalid_format': msg`Choose a day`,
  'away.until invalid_format': msg`Choose a day`,
  'away.until custom': msg`Must not be before the first day`,
  unknown_contact: msg`Choose a contact of this client`,
  before_start: msg`Must not be before the start`,
  unknown_member: msg`All must be active members of the workspace`,
  too_many_changes: msg`Too many people at once. Change fewer, save, and go on.`,
  too_many_links: msg`Too many people are linked to this client by its projects`,
  slug_taken: msg`Taken by another workspace`,
  slug_locked: msg`Links lead to it by now, so it stays as it is`,
  'slug invalid_format': msg`3 to 40 letters, digits or hyphens, like northwind`,
  'key role_taken': msg`Another role has this key`,
  'key too_many': msg`A workspace keeps 30 roles of its own, and all are there`,
  'key invalid_format': msg`2 to 40 small letters, digits or underscores, beginning with a letter`,
  unknown_role: msg`Is not a role of this workspace any more`,
  not_ahead: msg`Must be a day to come`,
  too_far: msg`At most a year ahead`,
  'standardKey unknown_entry': msg`No longer offered: choose another one`,
  'url custom': msg`A link like https://files.acme.com/certificate.pdf`,
  'issuedOn invalid_format': msg`A day of the calendar`,
  'expiresOn custom': msg`Must not be before the day of issue`,
  'key name_taken': msg`Another standard has this key`,
  'validityDays too_small': msg`1 to 3,650 days`,
  'validityDays too_big': msg`1 to 3,650 days`,
  assignee_no_access: msg`Choose somebody who is active and can see clients`,
  already_on_team: msg`Is on this team already`,
  'userId too_many': msg`The team is full: thirty are the most`,
  out_of_sight: msg`Choose somebody who is active and sees this client`,
  already_done: msg`Is for what is still open`,
  'occurredAt too_early': msg`Must not be before the year 1970`,
  unknown_owner: msg`Choose somebody who is active and can see clients`,
  too_small: msg`Must not be blank`,
  invalid_type: msg`Must not be blank`,
  too_big: msg`Too long`,
  custom: msg`Has characters that cannot be shown`,
};

/** `/addresses/0/line1` as the form spells it. */
export const pathOf = ({ pointer }: FieldError): string =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');

/** What a refused field is told; a code we have no words for keeps the server's. `problem` is the whole refusal. */
export function sentenceFor(error: FieldError, problem?: Problem | null): MessageDescriptor | string {
  const holder = problem?.holder;
  if (error.code === 'flag_taken' && typeof holder === 'string') {
    return msg`${holder} is the communication owner: take it from them first`;
  }
  const field = pathOf(error).replaceAll(/\.\d+/g, '');
  return messages[`${field} ${error.code}`] ?? messages[error.code] ?? error.message;
}
