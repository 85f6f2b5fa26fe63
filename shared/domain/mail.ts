import type { Letter } from '#contracts/jobs.ts';

/** Sends mail: an API function by the queue of letters, the worker of that queue by the service itself. */
export interface Mailer {
  /** @throws when the letter is not taken; one that was taken may still come to nothing, as all mail may */
  send(letter: Letter): Promise<void>;
}
