import { contactFlags } from '#contracts/contact-flags.ts';
import type { ContactId } from '#contracts/ids.ts';
import type { HandOver } from '#contracts/schemas/contact.ts';

/** What can be handed over: the primary place, that of a deputy, and each role. */
export const handOverPlaces = ['successor', 'deputy', ...contactFlags] as const;
export type HandOverPlace = (typeof handOverPlaces)[number];

/** Who takes over what, as the selects have it. */
export type HandOverValues = Record<HandOverPlace, ContactId | ''>;

export const nobodyTakesOver = Object.fromEntries(
  handOverPlaces.map((place) => [place, '']),
) as HandOverValues;

/** Only what somebody takes over. */
export const toHandOver = (values: HandOverValues): HandOver =>
  Object.fromEntries(Object.entries(values).filter(([, heir]) => heir !== ''));
