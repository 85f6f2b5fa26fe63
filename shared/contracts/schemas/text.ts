import * as z from 'zod';
import { countryCodes } from '../countries.ts';
import { normalEmail } from '../email-text.ts';

// C0/C1 controls, halves of a surrogate pair, and the bidirectional overrides that make a text read otherwise than
// it is stored.
const UNSAFE_LINE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
const UNSAFE_TEXT = /[^\P{Cc}\n\t]|[\p{Cs}\u202A-\u202E\u2066-\u2069]/u;
// At least one character that can be seen: no space, mark or format character, no filler, no blank braille cell.
const VISIBLE = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]|\p{Co}/u;
/** A text of which nothing would be seen is blank. */
const blankIfUnseen = (value: string) => (VISIBLE.test(value) ? value : '');

/**
 * The end of the road for a text that is too long: without it zod goes on to the checks behind, and normalising
 * or parsing a hundred kilobytes of combining marks takes seconds (ATK-18).
 */
const atMost = (maximum: number) => z.maxLength(maximum, { abort: true });

/** A single line: trimmed, Unicode NFC, well-formed, something to be seen, no control or direction-override characters. */
export const line = (max: number) =>
  z
    .string()
    .check(atMost(max * 4))
    .normalize('NFC')
    .trim()
    .overwrite(blankIfUnseen)
    .min(1, 'must not be blank')
    .max(max)
    .refine((value) => !UNSAFE_LINE.test(value), { error: 'has characters that cannot be shown' });

/** A text of many lines, under the same rules; line ends become `\n`. */
export const text = (max: number) =>
  z
    .string()
    .check(atMost(max * 4))
    .overwrite((value) => value.replaceAll('\r\n', '\n'))
    .normalize('NFC')
    .trim()
    .overwrite(blankIfUnseen)
    .min(1, 'must not be blank')
    .max(max)
    .refine((value) => !UNSAFE_TEXT.test(value), { error: 'has characters that cannot be shown' });

/** An RFC 3339 instant in UTC. */
export const Instant = z.iso.datetime().meta({ example: '2026-11-22T09:30:00.000Z' });

/** The days that people mean; what lies outside is a slip of the keyboard. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2199-12-31'];

/** A calendar day without a time zone, from 1900 to 2199. */
export const Day = z.iso
  .date({ abort: true })
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, { error: 'must be a day from 1900 to 2199' })
  .meta({ example: '2026-11-22' });

/** An e-mail address, folded to lower case; plus-addresses stay apart. */
export const Email = z
  .string()
  .check(atMost(254))
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: 'must be an e-mail address' }));

/**
 * An e-mail address of somebody at a client, in any script: folded to lower case, its domain in ASCII, so that both
 * spellings of a domain are one address. Those of accounts stay in ASCII, as Cognito has them.
 */
export const PersonEmail = z
  .string()
  .check(atMost(254))
  .trim()
  .overwrite((value) => normalEmail(value) ?? value)
  .check(({ value: input, issues }) => {
    if (normalEmail(input) === input) return;
    issues.push({ code: 'invalid_format', format: 'email', input, message: 'must be an e-mail address' });
  })
  .meta({ format: 'idn-email' });

/** A country of ISO 3166-1 alpha-2 that is officially assigned: no union, no reserved code. */
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'must be a two-letter country code', abort: true })
  .refine((code) => countryCodes.includes(code), { error: 'is not a country of ISO 3166' });

/**
 * A web address: http or https with a domain; `acme.com` becomes `https://acme.com`. The answer is the
 * normal form of the URL standard, less the slash of a bare host, so `javascript:` and friends can never come out.
 */
export const Website = z
  .string()
  .trim()
  .min(1, 'must not be blank')
  .check(atMost(2048))
  // Before it is parsed: parsing drops line ends, and would make another address of what was sent.
  .refine((value) => !UNSAFE_LINE.test(value), { error: 'has characters that cannot be shown', abort: true })
  .overwrite((value) =>
    /^[a-z][a-z0-9+.-]*:/i.test(value) && !/^[^/]+:\d/.test(value) ? value : `https://${value}`,
  )
  .refine(isWebAddress, { error: 'needs a domain, like acme.com', abort: true })
  .overwrite((value) => new URL(value).href.replace(/^(\w+:\/\/[^/]+)\/$/, '$1'))
  .check(atMost(2048));

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return (
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    /^[^.\s]+(\.[^.\s]+)+$/.test(url.hostname)
  );
}

/** A language tag of BCP 47, in its canonical form. */
export const Locale = z
  .string()
  .check(atMost(35))
  .refine((tag) => canonicalLocale(tag) === tag, { error: 'must be a language tag like en-GB' });

function canonicalLocale(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** A time zone of the IANA database. */
export const TimeZone = z
  .string()
  .check(atMost(64))
  .refine(isTimeZone, { error: 'must be a time zone like Europe/Lisbon' });

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0;
  } catch {
    return false;
  }
}

/** A currency of ISO 4217. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: 'must be a three-letter currency code', abort: true })
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), {
    error: 'is not a currency of ISO 4217',
  });

/** Money: an integer of the currency's smallest unit, never a fraction. */
export const Money = z
  .strictObject({ amount: z.number().int().min(0).max(1_000_000_000), currency: Currency })
  .meta({ id: 'Money' });
export type Money = z.infer<typeof Money>;
