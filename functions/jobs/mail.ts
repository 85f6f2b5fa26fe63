import { mailer } from '#cloud/mail.ts';
import { Letter } from '#contracts/jobs.ts';
import { env } from '../runtime/env.ts';
import { work } from '../runtime/work.ts';

const mail = mailer(env('FOYER_MAIL_FROM'));

/** Mails what lies in the queue of letters. A letter whose answer was lost may go out twice, never not at all. */
export const handler = work(Letter, (letter) => mail.send(letter));
