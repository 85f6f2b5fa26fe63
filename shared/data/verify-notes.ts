import type { Census } from './census.ts';

/** Notes that were removed and keep a text, and living ones without any. */
export const wrongNotes = ({ notes }: Pick<Census, 'notes'>): string[] =>
  [...notes].filter(([, { isTold }]) => !isTold).map(([id]) => `${id} keeps a text, or lacks one`);

/** Open follow-ups of somebody who is no member any more. */
export const strandedFollowUps = ({ followUps, members }: Pick<Census, 'followUps' | 'members'>): string[] =>
  [...followUps]
    .filter(([, { owedBy }]) => owedBy !== '-' && !members.has(owedBy))
    .map(([id, { owedBy }]) => `${id} is owed by ${owedBy}, who is no member`);

/** Places on account teams of somebody who is no member any more. */
export const strandedPlaces = ({ places, members }: Pick<Census, 'places' | 'members'>): string[] =>
  [...places]
    .filter(([, { heldBy }]) => heldBy !== '-' && !members.has(heldBy))
    .map(([id, { heldBy }]) => `${id} is the place of ${heldBy}, who is no member`);
