/** A name as it is compared with others of its kind: without its case. Upper case first: ß is ss. */
export const bareName = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase();

const LONGEST = 120;

/** A name that is not among these: with whose it was behind it, and a number if that is taken too. */
export function nameBeside(name: string, whose: string, isTaken: (name: string) => boolean): string {
  for (let n = 1; ; n += 1) {
    const behind = ` (${whose.slice(0, 40).trim()}${n === 1 ? '' : ` ${n}`})`;
    const candidate = `${name.slice(0, LONGEST - behind.length).trim()}${behind}`;
    if (!isTaken(candidate)) return candidate;
  }
}
