import type { Explanation } from '#contracts/schemas/access.ts';

type Fixer = Explanation['fixers'][number];

/** "Mara or Jonas", in the order of the language. */
export const orOf = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);

/** A mail to somebody who can help, with what it is about already written. */
export function mailTo({ email }: Pick<Fixer, 'email'>, subject: string, body: string): string {
  // Not URLSearchParams: mail programs show its plus signs as they are.
  return `mailto:${email}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
