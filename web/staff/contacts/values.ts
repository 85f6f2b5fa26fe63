import { emailText } from '#contracts/email-text.ts';
import type { BrandId, ContactId } from '#contracts/ids.ts';
import type { Contact, ContactCreate, ContactFlag, ContactPatch } from '#contracts/schemas/contact.ts';
import { type HandOverValues, nobodyTakesOver, toHandOver } from './handOver.ts';

/** The form's own shape: texts instead of nulls, as inputs have them. */
export interface ContactValues extends Record<string, unknown> {
  firstName: string;
  lastName: string;
  title: string;
  department: string;
  emails: string[];
  phones: string[];
  /** Of the phone in the same place. */
  extensions: string[];
  flags: ContactFlag[];
  locale: string;
  timeZone: string;
  pronouns: string;
  brandIds: BrandId[];
  leftOn: string;
  away: { from: string; until: string; deputyId: ContactId | '' };
  primary: boolean;
  handOver: HandOverValues;
}

export const emptyContact: ContactValues = {
  firstName: '',
  lastName: '',
  title: '',
  department: '',
  emails: [''],
  phones: [''],
  extensions: [''],
  flags: [],
  locale: '',
  timeZone: '',
  pronouns: '',
  brandIds: [],
  leftOn: '',
  away: { from: '', until: '', deputyId: '' },
  primary: false,
  handOver: nobodyTakesOver,
};

/** How a phone carries its extension (RFC 3966). */
const EXTENSION = ';ext=';

const orEmptyLine = (list: readonly string[]) => (list.length > 0 ? [...list] : ['']);

export const valuesOf = (contact: Contact): ContactValues => ({
  firstName: contact.firstName,
  lastName: contact.lastName ?? '',
  title: contact.title ?? '',
  department: contact.department ?? '',
  emails: orEmptyLine(contact.emails.map(emailText)),
  phones: orEmptyLine(contact.phones.map((phone) => phone.split(EXTENSION)[0] ?? '')),
  extensions: orEmptyLine(contact.phones.map((phone) => phone.split(EXTENSION)[1] ?? '')),
  flags: contact.flags,
  locale: contact.locale ?? '',
  timeZone: contact.timeZone ?? '',
  pronouns: contact.pronouns ?? '',
  brandIds: contact.brandIds,
  leftOn: contact.leftOn ?? '',
  away: {
    from: contact.away?.from ?? '',
    until: contact.away?.until ?? '',
    deputyId: contact.away?.deputyId ?? '',
  },
  primary: contact.primary,
  handOver: nobodyTakesOver,
});

const orNull = (text: string) => (text.trim() === '' ? null : text);
/** A line left empty at the end was not meant; one in the middle keeps its place for the server to point at. */
const lines = (list: readonly string[]) =>
  list.slice(0, list.findLastIndex((line) => line.trim() !== '') + 1);

const phonesOf = ({ phones, extensions }: ContactValues) =>
  phones.map((phone, index) => {
    const extension = extensions[index]?.trim() ?? '';
    return extension === '' ? phone : phone + EXTENSION + extension;
  });

/** Without days nobody is away. */
const awayOf = ({ away: { from, until, deputyId } }: ContactValues) =>
  from === '' && until === '' ? null : { from, until, deputyId: deputyId === '' ? null : deputyId };

function toFields(values: ContactValues) {
  return {
    firstName: values.firstName,
    lastName: orNull(values.lastName),
    title: orNull(values.title),
    department: orNull(values.department),
    emails: lines(values.emails),
    phones: lines(phonesOf(values)),
    flags: values.flags,
    locale: orNull(values.locale),
    timeZone: orNull(values.timeZone),
    pronouns: orNull(values.pronouns),
    brandIds: values.brandIds,
    leftOn: orNull(values.leftOn),
    away: awayOf(values),
  };
}

export const toCreate = (values: ContactValues): ContactCreate => ({
  ...toFields(values),
  ...(values.primary && { primary: true }),
});

/** Whether a last day is said, or another one: then what is open is handed over. */
export const isLeaving = ({ leftOn }: ContactValues, contact: Contact): boolean =>
  leftOn !== '' && leftOn !== contact.leftOn;

/** Only what differs from the contact that the form began with. */
export function toPatch(values: ContactValues, contact: Contact): ContactPatch {
  const before = toFields(valuesOf(contact));
  const after = toFields(values);
  const fields = (Object.keys(after) as (keyof typeof after)[]).filter(
    (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );
  return {
    ...Object.fromEntries(fields.map((field) => [field, after[field]])),
    ...(isLeaving(values, contact) && { handOver: toHandOver(values.handOver) }),
    ...(values.primary && !contact.primary && { primary: true }),
  };
}
