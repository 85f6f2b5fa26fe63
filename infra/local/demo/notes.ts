import type { NoteCreate } from '#contracts/schemas/note.ts';
import type { DemoClient } from './clients.ts';

/** What somebody of the demo wrote down; about one of the client's people by the place in their list. */
export type DemoNote = Pick<NoteCreate, 'kind' | 'body'> & {
  about?: number;
  /** Whose turn it was among those who may edit. */
  turn: number;
  daysAgo: number;
  /** When it was, where it was written down later. */
  wasDaysAgo?: number;
};

/** By client code. */
const notes: Record<string, readonly DemoNote[]> = {
  ACM: [
    {
      kind: 'meeting',
      body: 'Kick-off for the relaunch.\n\n- Parts catalogue first, shop later\n- German texts come from their agency\n- Go-live before the trade fair',
      about: 0,
      turn: 0,
      daysAgo: 58,
    },
    {
      kind: 'note',
      body: 'Decides quickly, but only with a one-page summary. Never on Fridays.',
      about: 0,
      turn: 2,
      daysAgo: 21,
    },
    {
      kind: 'call',
      body: 'Invoices want the PO number in the subject line, or they wait a month.',
      about: 1,
      turn: 0,
      daysAgo: 3,
      wasDaysAgo: 4,
    },
  ],
  BHF: [
    {
      kind: 'call',
      body: 'Happy with the packaging drafts. Asked for a quote for the winter range.',
      about: 0,
      turn: 1,
      daysAgo: 1,
    },
  ],
};

/** The notes of a demo client; most have none yet. */
export const demoNotes = ({ code }: DemoClient): readonly DemoNote[] => notes[code] ?? [];
