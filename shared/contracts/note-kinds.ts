/** What a team writes down about a client. */
export const noteKinds = ['note', 'call', 'meeting', 'mail'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Characters of a note. */
export const LONGEST_NOTE = 5_000;

/** Minutes in which whoever wrote a note changes it without a trace on it. */
export const FREE_MINUTES = 15;
