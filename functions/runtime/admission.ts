import type { Audience } from '#contracts/route.ts';
import type { Turn } from './context.ts';

/** What a verified token says. */
export interface Claims {
  subject: string;
  /** Groups of the pool that the person is in. */
  groups: readonly string[];
}

/** How one audience proves itself; the files of `functions/audiences` make these. */
export interface Admission {
  name: Audience;
  /** Verifies the token against exactly this audience's pool and answers what it claims. @throws on any doubt */
  identify: ((token: string) => Promise<Claims>) | null;
  /** Proves that the subject may be here, sets the turn's actor and finds an earlier answer to the same request. */
  admit: (turn: Turn) => Promise<void>;
}
