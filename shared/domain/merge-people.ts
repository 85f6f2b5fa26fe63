import { soleFlags } from '#contracts/contact-flags.ts';

/** Whether a client has one contact of this role at most. */
export const isSole = (flag: string) => soleFlags.some((sole) => sole === flag);

/** A contact as far as folding looks at it. */
export interface Person {
  emails: string[];
  phones: string[];
  flags: string[];
  brandIds?: string[];
  [field: string]: unknown;
}

/** Phones and addresses of one person, at most. */
const MOST_WAYS = 5;
const personal = ['lastName', 'title', 'department', 'locale', 'timeZone', 'pronouns'] as const;

/**
 * What a contact takes over of another who is the same person: ways to reach him, roles, and what was blank. None
 * of its brands is all of them. Null when there is nothing that it did not know.
 */
export function foldContact(own: Person, other: Person): Record<string, unknown> | null {
  const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  const [ours, theirs] = [own.brandIds ?? [], other.brandIds ?? []];
  const folded: Record<string, unknown> = {
    emails: union(own.emails, other.emails).slice(0, MOST_WAYS),
    phones: union(own.phones, other.phones).slice(0, MOST_WAYS),
    flags: union(own.flags, other.flags),
    brandIds: ours.length === 0 || theirs.length === 0 ? [] : union(ours, theirs),
    ...Object.fromEntries(
      personal
        .filter((field) => own[field] === undefined && other[field] !== undefined)
        .map((field) => [field, other[field]]),
    ),
  };
  const isNew = Object.entries(folded).some(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(own[field] ?? []),
  );
  return isNew ? folded : null;
}
