import * as z from 'zod';
import { normalEmail } from '../email-text.ts';

// C0/C1 controls and the bidirectional overrides that make a text read otherwise than it is stored.
const UNSAFE_LINE = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;
const UNSAFE_TEXT = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

// What no font draws: joiners, fillers and the like may stand in a text, but are none by themselves.
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Z}\s\u2800]*$/u;

/** A text of which nothing would be seen is blank. */
const blankIfUnseen = (value: string) => (UNSEEN.test(value) ? '' : value);

/** Half a surrogate pair is no character, and is not the same when it was stored. */
const isShowable = (value: string, unsafe: RegExp) => value.isWellFormed() && !unsafe.test(value);

/**
 * The end of the road for a text that is too long: without it zod goes on to the checks behind, and normalising
 * or parsing a hundred kilobytes of combining marks takes seconds (ATK-18).
 */
const atMost = (maximum: number) => z.maxLength(maximum, { abort: true });

/** A single line: trimmed, Unicode NFC, well-formed, no control or direction-override characters, not blank. */
export const line = (max: number) =>
  z
    .string()
    .check(atMost(max * 4))
    .normalize('NFC')
    .trim()
    .overwrite(blankIfUnseen)
    .min(1, 'must not be blank')
    .max(max)
    .refine((value) => isShowable(value, UNSAFE_LINE), { error: 'has characters that cannot be shown' });

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
    .refine((value) => isShowable(value, UNSAFE_TEXT), { error: 'has characters that cannot be shown' });

/** An RFC 3339 instant in UTC. */
export const Instant = z.iso.datetime().meta({ example: '2026-11-22T09:30:00.000Z' });

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

/** An ISO 3166-1 alpha-2 country. */
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: 'must be a two-letter country code', abort: true })
  .refine((code) => regionNames.of(code) !== code, { error: 'is not a country of ISO 3166' });
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/**
 * A web address: http or https with a domain; `acme.com` becomes `https://acme.com`. The answer is the
 * normal form of the URL standard, so `javascript:` and friends can never come out.
 */
export const Website = z
  .string()
  .trim()
  .min(1, 'must not be blank')
  .check(atMost(2048))
  .overwrite((value) =>
    /^[a-z][a-z0-9+.-]*:/i.test(value) && !/^[^/]+:\d/.test(value) ? value : `https://${value}`,
  )
  .refine(isWebAddress, { error: 'needs a domain, like acme.com' });

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
