import { invalidField } from '#contracts/errors.ts';

/**
 * Phone numbers as people write them, in E.164; a number without a country code is read in the given country
 * (ISO 3166). The numbering plans are loaded when there is a number to read, not with the function.
 * @throws {Refusal} `validation_failed` naming every number that is none
 */
export async function toE164(
  numbers: readonly string[],
  country: string | undefined,
  pointerOf = (index: number) => `/phones/${index}`,
): Promise<string[]> {
  if (numbers.length === 0) return [];
  const { default: parsePhoneNumber } = await import('libphonenumber-js/max');
  return numbers.map((number, index) => {
    const parsed = parsePhoneNumber(number, { defaultCountry: country as never, extract: false });
    if (!parsed?.isValid()) {
      throw invalidField(
        pointerOf(index),
        'invalid_phone',
        'must be a phone number, with + and country code if foreign',
      );
    }
    return parsed.number;
  });
}
