import { mailQueue } from '#cloud/queue.ts';
import type { Mailer } from '#domain/mail.ts';
import { env } from '../runtime/env.ts';

/** `mail.post`: putting letters into the queue from which they are mailed. */
export const mailPost = (): { mail: Mailer } => ({ mail: mailQueue(env('FOYER_MAIL_QUEUE')) });
