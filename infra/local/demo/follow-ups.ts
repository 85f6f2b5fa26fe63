import type { DemoClient } from './clients.ts';

/** What somebody of the demo promised; the owner by the place in the list of people. */
export interface DemoFollowUp {
  what: string;
  owner: number;
  /** Days from now; the past is negative. */
  due: number;
  snoozed?: number;
  done?: true;
}

/** By client code. */
const followUps: Record<string, readonly DemoFollowUp[]> = {
  ACM: [
    { what: 'Send the revised quote for the parts catalogue', owner: 0, due: -2 },
    { what: 'Ask Ana for the German product texts', owner: 0, due: 0 },
    { what: 'Book the room for the go-live rehearsal', owner: 2, due: 9 },
    { what: 'Check whether the trade fair stand was stored', owner: 0, due: -12, snoozed: 4 },
    { what: 'Put the PO number into the invoice template', owner: 1, due: -4, done: true },
  ],
  BHF: [{ what: 'Quote for the winter range', owner: 0, due: 3 }],
  DLM: [{ what: 'Share the interview questions', owner: 2, due: 1 }],
};

/** The follow-ups of a demo client; most have none yet. */
export const demoFollowUps = ({ code }: DemoClient): readonly DemoFollowUp[] => followUps[code] ?? [];
