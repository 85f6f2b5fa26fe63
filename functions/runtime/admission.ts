import type { Audience } from '#contracts/route.ts';
import type { Turn } from './context.ts';

/** How one audience proves itself; the files of `functions/audiences` make these. */
export interface Admission {
  name: Audience;
  /** Verifies the token against exactly this audience's pool and answers its subject. @throws on any doubt */
  identify: ((token: string) => Promise<string>) | null;
  /** Proves that the subject may be here, sets the turn's actor and finds an earlier answer to the same request. */
  admit: (turn: Turn) => Promise<void>;
}
