import type { Admission } from '../runtime/admission.ts';

/** Anybody: no token is looked at, even if one is sent. */
export const anyone: Admission = { name: 'public', identify: null, admit: async () => undefined };
