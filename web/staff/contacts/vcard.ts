import { emailText } from '#contracts/email-text.ts';
import type { Contact } from '#contracts/schemas/contact.ts';

/** A value as RFC 2426 has it: what would end it is escaped. */
const escaped = (text: string) =>
  text.replaceAll(/[\\,;]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n');

const encoder = new TextEncoder();
const MOST_BYTES = 74;

/** Lines of at most 75 octets (RFC 2425, 5.8.1), never cut inside a character. */
function folded(line: string): string {
  const rows = [''];
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > MOST_BYTES) {
      rows.push('');
      bytes = 0;
    }
    rows[rows.length - 1] += letter;
    bytes += size;
  }
  return rows.join('\r\n ');
}

const preferred = (index: number) => (index === 0 ? ',PREF' : '');

/** A person as a vCard for an address book; 3.0 (RFC 2426), since not every one of those reads 4.0. */
export function vcardOf(contact: Contact, company: string | undefined): string {
  const { id, firstName, lastName, name, title, department, emails, phones } = contact;
  const organisation = company && [company, ...(department ? [department] : [])].map(escaped).join(';');
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${id}`,
    `FN:${escaped(name)}`,
    `N:${escaped(lastName ?? '')};${escaped(firstName)};;;`,
    ...(organisation ? [`ORG:${organisation}`] : []),
    ...(title ? [`TITLE:${escaped(title)}`] : []),
    ...emails.map((email, index) => `EMAIL;TYPE=INTERNET${preferred(index)}:${escaped(emailText(email))}`),
    ...phones.map(
      (phone, index) => `TEL;TYPE=WORK,VOICE${preferred(index)}:${phone.replace(';ext=', ' ext. ')}`,
    ),
    `REV:${contact.updatedAt}`,
    'END:VCARD',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

/** Hands the card to the reader as a file. */
export function saveVcard(contact: Contact, company: string | undefined): void {
  const url = URL.createObjectURL(
    new Blob([vcardOf(contact, company)], { type: 'text/vcard;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${contact.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.vcf`;
  link.click();
  URL.revokeObjectURL(url);
}
