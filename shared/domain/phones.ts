import { type FieldError, Refusal } from '#contracts/errors.ts';

/** Longer extensions are numbers of their own. */
const EXTENSION = /^\d{1,8}$/;

/**
 * Phone numbers as people write them, in E.164, an extension behind `;ext=` (RFC 3966); a number without a country
 * code is read in the given country (ISO 3166). The numbering plans are loaded when there is a number to read, not
 * with the function.
 * @throws {Refusal} `validation_failed` naming every number that is none, or that stands there twice
 */
export async function toE164(
  numbers: readonly string[],
  country: string | undefined,
  pointerOf = (index: number) => `/phones/${index}`,
): Promise<string[]> {
  if (numbers.length === 0) return [];
  const { default: parsePhoneNumber } = await import('libphonenumber-js/max');
  const errors: FieldError[] = [];
  const known: string[] = [];
  for (const [index, number] of numbers.entries()) {
    const refuse = (code: string, message: string) =>
      errors.push({ pointer: pointerOf(index), code, message });
    const parsed = parsePhoneNumber(number, { defaultCountry: country as never, extract: false });
    if (!parsed?.isValid()) {
      refuse('invalid_phone', 'must be a phone number, with + and country code if foreign');
      continue;
    }
    const { ext } = parsed;
    if (ext && !EXTENSION.test(ext)) refuse('invalid_extension', 'must have an extension of 1 to 8 digits');
    const kept = ext ? `${parsed.number};ext=${ext}` : parsed.number;
    if (known.includes(kept)) refuse('phone_twice', 'must not be there twice');
    known.push(kept);
  }
  if (errors.length > 0) throw new Refusal('validation_failed', { errors });
  return known;
}
