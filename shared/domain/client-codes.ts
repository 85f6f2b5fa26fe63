import { Refusal } from '#contracts/errors.ts';
import type { CodeSuggestion } from '#contracts/schemas/client.ts';

export interface CodeReader {
  /** Which of these codes are in use. */
  taken(codes: readonly string[]): Promise<ReadonlySet<string>>;
}

const [WANTED, LONGEST] = [3, 6];

/**
 * Codes that a name suggests, the most telling first: initials with the beginning, the beginning, its
 * consonants, longer beginnings, and at last numbered ones.
 */
export function candidatesFor(name: string): string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  const whole = words.join('');
  if (whole === '') return numbered('CLI');
  const initials = words.map((word) => word[0]).join('');
  const [first = ''] = words;
  const second = words[1] ?? '';
  const consonants = whole[0] + whole.slice(1).replace(/[AEIOU]/g, '');
  const padded = whole.padEnd(3, 'X').slice(0, 3);
  const all = [
    first.slice(0, 3),
    first.slice(0, 2) + second.slice(0, 1),
    initials.slice(0, LONGEST),
    consonants.slice(0, 3),
    first.slice(0, 3) + second.slice(0, 1),
    whole.slice(0, 4),
    whole.slice(0, 5),
    padded,
    ...numbered(padded),
  ];
  return [...new Set(all)].filter((code) => /^[A-Z0-9]{3,6}$/.test(code));
}

const numbered = (base: string) => [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${base}${n}`);

/** Free codes for a name: the best one, and two more. */
export async function suggest(reader: CodeReader, name: string): Promise<CodeSuggestion> {
  const candidates = candidatesFor(name);
  const taken = await reader.taken(candidates);
  const [code = null, ...others] = candidates.filter((candidate) => !taken.has(candidate));
  return { code, alternatives: others.slice(0, WANTED - 1) };
}

/** Writes; a taken code is refused together with codes that are free. @throws {Refusal} `code_taken` */
export async function withFreeCodes<T>(codes: CodeReader, name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'code_taken') throw error;
    const { code, alternatives } = await suggest(codes, name);
    throw new Refusal('code_taken', {
      ...error.options,
      extra: { suggestions: code ? [code, ...alternatives] : [] },
    });
  }
}
