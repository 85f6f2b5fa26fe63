import { sessionEnd } from '../../sessionEnd.tsx';
import { session } from './session.ts';

export const SessionEnd = sessionEnd(session, async () => (await import('./SignInAgain.tsx')).SignInAgain);
