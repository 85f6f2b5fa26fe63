import { Refusal } from '#contracts/errors.ts';
import type { CodeSuggestion } from '#contracts/schemas/client.ts';
import { latin } from './latin.ts';

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
  const words = latin(name)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);
  const whole = words.join('');
  if (whole === '') return ['CLI', ...numbered('CLI')];
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

/** Codes that are asked for in one call, the most calls, and how many codes three more characters make. */
const [AT_ONCE, ROUNDS, ENDINGS] = [90, 8, 36 ** 3];

/**
 * Codes that go on where the candidates of a name ended: with two digits, then with three characters, begun by the
 * name and spread by a prime, so that a thousand clients of one beginning are not in each other's way.
 */
function counted(name: string, base: string, round: number): string[] {
  if (round === 1) return Array.from({ length: AT_ONCE }, (_, at) => `${base}${10 + at}`);
  const seed = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % ENDINGS, round);
  return Array.from({ length: AT_ONCE }, (_, at) => {
    const ending = ((seed + at * 7919) % ENDINGS).toString(36).toUpperCase();
    return `${base}${ending.padStart(3, '0')}`;
  });
}

/** Free codes for a name: the best one, and two more; where all that it suggests are taken, it goes on counting. */
export async function suggest(reader: CodeReader, name: string): Promise<CodeSuggestion> {
  const free: string[] = [];
  let some = candidatesFor(name);
  const base = (some.find((code) => code.length === 3) ?? 'CLI').slice(0, 3);
  for (let round = 1; free.length < WANTED && round <= ROUNDS; round += 1) {
    const taken = await reader.taken(some);
    free.push(...some.filter((code) => !taken.has(code) && !free.includes(code)));
    some = counted(name, base, round);
  }
  const [code = null, ...others] = free;
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
