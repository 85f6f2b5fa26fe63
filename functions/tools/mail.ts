import { mailQueue } from '#cloud/queue.ts';
import type { Mailer } from '#domain/mail.ts';
import type { Turn } from '../runtime/context.ts';
import { env } from '../runtime/env.ts';

/** `mail.post`: putting letters into the queue from which they are mailed, and where their links lead. */
export const mailPost = ({ event }: Turn): { mail: Mailer; appUrl: string } => ({
  mail: mailQueue(env('FOYER_MAIL_QUEUE')),
  appUrl: siteOf(event.headers),
});

/** The site as the browser asked for it: the front door reports its host, which nobody else can name. */
function siteOf(headers: Turn['event']['headers']): string {
  const port = headers['x-forwarded-port'];
  const [host, scheme] = [headers['x-foyer-host'], headers['x-forwarded-proto']];
  return `${scheme}://${host}${port && port !== '443' ? `:${port}` : ''}`;
}
