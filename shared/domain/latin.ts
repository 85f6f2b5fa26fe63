/** Letters in the order of Unicode from a first one on, each with what it is written as; a dash is nothing. */
const runs: readonly [first: number, letters: string][] = [
  // Greek
  [0x3b1, 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'],
  // Cyrillic, with what Ukrainian, Serbian and Macedonian have of their own
  [0x430, 'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya'],
  [0x450, 'e yo dj g ye dz i yi j lj nj c k i u dz'],
  // Hangul, which NFKD takes apart: initials, vowels, finals
  [0x1100, 'g kk n d tt r m b pp s ss - j jj ch k t p h'],
  [0x1161, 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'],
  [0x11a8, 'k k k n n n t l l l l l l l l m p p t t ng t t k t p t'],
  // Hebrew
  [0x5d0, 'a b g d h v z ch t y k k l m m n n s a p p ts ts k r sh t'],
];
const single = 'ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ґ g'.split(' ');

const table = new Map<string, string>([
  ...runs.flatMap(([first, letters]) =>
    letters
      .split(' ')
      .map((letter, at) => [String.fromCodePoint(first + at), letter === '-' ? '' : letter] as const),
  ),
  ...single.flatMap((letter, at) => (at % 2 ? [] : [[letter, single[at + 1] ?? ''] as const])),
]);

/** A name in letters without marks, of Latin where its script has some for it; other scripts stay as they are. */
export const latin = (name: string): string =>
  [
    ...name
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase(),
  ]
    .map((letter) => table.get(letter) ?? letter)
    .join('');
