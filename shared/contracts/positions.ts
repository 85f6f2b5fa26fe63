/** Changes of rates in one request: they commit together. */
export const MOST_RATE_CHANGES = 40;

/** Rates that one client or the rate card may keep, history included. */
export const MOST_RATES = 500;
/** Rates that one brand or project may keep: as many as go with it in one transaction. */
export const MOST_LEVEL_RATES = 100;

/** A name without case, width and runs of blanks: however it is typed, it is the same position. */
export const foldPosition = (name: string): string =>
  name.normalize('NFKC').toUpperCase().toLowerCase().trim().replace(/\s+/gu, '_');
