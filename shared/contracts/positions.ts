/** Changes of rates in one request: they commit together. */
export const MOST_RATE_CHANGES = 40;

/** Rates that one client or the rate card may keep, history included. */
export const MOST_RATES = 500;
/** Rates that one brand or project may keep: as many as go with it in one transaction. */
export const MOST_LEVEL_RATES = 100;

/** A name without case, width and runs of blanks: however it is typed, it is the same position. */
export const foldPosition = (name: string): string =>
  name.normalize('NFKC').toUpperCase().toLowerCase().trim().replace(/\s+/gu, '_');

/** An entry of the workspace's list of positions, as far as rates need it. */
interface Listed {
  key: string;
  label: string;
}
/** What a position is kept by, and what it is called. */
interface Position {
  positionKey: string;
  positionName: string;
}

/** The position that a name, or a key, means: that of the workspace's list, or a free one. */
export function positionOf(name: string, listed: readonly Listed[]): Position {
  const folded = foldPosition(name);
  const entry =
    listed.find(({ label }) => foldPosition(label) === folded) ?? listed.find(({ key }) => key === folded);
  return entry
    ? { positionKey: entry.key, positionName: entry.label }
    : { positionKey: folded, positionName: name };
}

/** The same rate under the name that the list gives its position by now; a free name stays as it was written. */
export function named<T extends Position>(rate: T, listed: readonly Listed[]): T {
  const label = listed.find(({ key }) => key === rate.positionKey)?.label;
  return label === undefined ? rate : { ...rate, positionName: label };
}

/**
 * The position of a rate that there is, by what is said of it now: its key, or the name it is read under, leave it
 * where it is, whatever else goes by that name since.
 */
export const positionAfter = <T extends Position>(
  rate: T,
  name: string,
  listed: readonly Listed[],
): Position => {
  const { positionKey, positionName } = named(rate, listed);
  return name === positionKey || foldPosition(name) === foldPosition(positionName)
    ? { positionKey, positionName }
    : positionOf(name, listed);
};
