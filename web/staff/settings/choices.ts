/** Languages whose way of writing dates and numbers a workspace can take; any other tag is kept if it has one. */
const locales =
  'en en-GB en-US en-AU en-CA en-IE en-IN bg cs da de de-AT de-CH el es es-MX et fi fr fr-BE fr-CA fr-CH hr hu it ja ko lt lv nb nl nl-BE pl pt-BR pt-PT ro sk sl sv tr uk zh-CN zh-TW';

interface Choice {
  value: string;
  label: string;
}

const byLabel = (reader: string) => (a: Choice, b: Choice) => a.label.localeCompare(b.label, reader);

/** With what the workspace has now, should the list not know it. */
const including = (values: readonly string[], current: string) =>
  current === '' || values.includes(current) ? values : [current, ...values];

/** Languages by their name in the reader's. */
export function localeChoices(reader: string, current: string): Choice[] {
  const names = new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' });
  return including(locales.split(' '), current)
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort(byLabel(reader));
}

/** Time zones by their name in the IANA database, which people search by city. */
export const timeZoneChoices = (current: string): Choice[] =>
  including(['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], current).map(
    (value) => ({ value, label: value.replaceAll('_', ' ') }),
  );

/** Currencies by code, with their name in the reader's language. */
export function currencyChoices(reader: string): Choice[] {
  const names = new Intl.DisplayNames(reader, { type: 'currency', fallback: 'code' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} · ${names.of(value)}`,
  }));
}
