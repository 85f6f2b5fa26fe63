const LONGEST = 40;

/** Letters that no decomposition turns into plain ones. */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
};

/** Text as it may stand in an address; a hyphen at the end stays, as more may follow it while typing. */
export const foldSlug = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđłðþ]/g, (letter) => letters[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, LONGEST);

/** The address that a name suggests. */
export const slugFor = (name: string): string => foldSlug(name).replace(/-$/, '');
