/** FNV-1a: the same id gives the same colour on every screen and machine. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) {
    hash ^= char.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** First letters of the first and last word; signs such as "&" do not count as words. */
export function initialsOf(name: string, max = 2): string {
  const words = name.split(/[\s\-/]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words.at(0);
  if (first === undefined) return '?';
  const letter = (word: string) => (/[\p{L}\p{N}]/u.exec(word)?.[0] ?? '').toLocaleUpperCase();
  if (max === 1) return letter(first);
  const second = words.at(1);
  return letter(first) + (second === undefined ? '' : letter(second));
}
