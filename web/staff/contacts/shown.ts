import { emailText } from '#contracts/email-text.ts';
import type { Contact, ContactFlag } from '#contracts/schemas/contact.ts';
import type { Sort } from '#ui/tableTypes.ts';
import { isFormer } from './former.ts';

/** Which of the people are looked for, and in which order. */
export interface Wish {
  text: string;
  flag: ContactFlag | null;
  /** None is the order in which they were added. */
  sort: Sort | undefined;
}

export const nothingWished: Wish = { text: '', flag: null, sort: undefined };

/** Whether the wish leaves somebody out, or asks for an order: then everybody has to be read. */
export const isNarrow = ({ text, flag }: Wish) => text.trim() !== '' || flag !== null;

const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Those of the people who are wished for; who left stands behind the rest, in any order. */
export function shownOf(people: readonly Contact[], wish: Wish, today: string, locale: string): Contact[] {
  const words = fold(wish.text).split(/\s+/).filter(Boolean);
  const { compare } = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const { sort, flag } = wish;
  const field = (contact: Contact) =>
    sort?.id === 'title' ? contact.title : sort?.id === 'department' ? contact.department : contact.name;
  const inOrder = (a: Contact, b: Contact) => {
    if (!sort) return 0;
    const [left, right] = [field(a), field(b)];
    // Who has none stands last whichever way.
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return compare(left, right) * (sort.desc ? -1 : 1);
  };
  const fits = (contact: Contact) => {
    if (flag !== null && !contact.flags.includes(flag)) return false;
    const { name, title, department, emails, phones } = contact;
    const text = fold([name, title, department, ...emails.map(emailText), ...emails, ...phones].join(' '));
    return words.every((word) => text.includes(word));
  };
  return people
    .filter(fits)
    .toSorted((a, b) => Number(isFormer(a, today)) - Number(isFormer(b, today)) || inOrder(a, b));
}
