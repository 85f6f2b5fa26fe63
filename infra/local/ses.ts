import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { escapeHtml } from '#infra/html.ts';
import type { Answer } from './carriers.ts';
import type { Page } from './gateway.ts';
import { htmlPage } from './pages.ts';
import { sendPage } from './sites.ts';

const messageSchema = z.object({ to: z.string(), subject: z.string(), text: z.string(), at: z.string() });

export type Message = z.infer<typeof messageSchema>;

export interface Mailbox {
  deliver(mail: { to: string; subject: string; text: string }): void;
  /** Newest first. */
  messages(): readonly Message[];
  /** The mailbox as a page, and as JSON for tests. */
  page: Page;
}

/** A mailbox that only grows slows down everybody who looks into it. */
const KEPT_MESSAGES = 200;

const article = ({ to, subject, text, at }: Message) => `<article>
<h2>${escapeHtml(subject)}</h2>
<p class="quiet">To ${escapeHtml(to)} · <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time></p>
<pre>${escapeHtml(text)}</pre>
</article>`;

/** Every mail that would have been sent, for all addresses; kept in a file when there is one. */
export function openMailbox(file: string | null): Mailbox {
  let messages: Message[] =
    file && existsSync(file) ? z.array(messageSchema).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];

  function save(): void {
    if (!file) return;
    writeFileSync(`${file}.new`, JSON.stringify(messages, null, 2));
    renameSync(`${file}.new`, file);
  }

  return {
    deliver({ to, subject, text }) {
      messages = [{ to, subject, text, at: new Date().toISOString() }, ...messages].slice(0, KEPT_MESSAGES);
      save();
    },
    messages: () => messages,
    page(request, response) {
      const path = (request.url ?? '/').split('?')[0];
      response.setHeader('cache-control', 'no-store');
      if (path === '/api/messages') {
        sendPage(response, 200, 'application/json; charset=utf-8', JSON.stringify({ data: messages }));
      } else if (path === '/') {
        const list =
          messages.map(article).join('\n') || '<p>No mail yet. It appears here when it is sent.</p>';
        sendPage(response, 200, 'text/html; charset=utf-8', htmlPage('Mailbox', list));
      } else sendPage(response, 404, 'text/plain; charset=utf-8', 'Not found');
    },
  };
}

const part = z.object({ Data: z.string().min(1) });
const sendEmail = z.object({
  FromEmailAddress: z.string().includes('@'),
  Destination: z.object({ ToAddresses: z.array(z.string().includes('@')).min(1).max(50) }),
  Content: z.object({ Simple: z.object({ Subject: part, Body: z.object({ Text: part }) }) }),
});

/** `SendEmail` of SESv2, for plain mails: each recipient finds it in the mailbox. */
export function answerSes({ deliver }: Pick<Mailbox, 'deliver'>) {
  return (_operation: string, input: unknown): Answer => {
    const { Destination, Content } = sendEmail.parse(input);
    const { Subject, Body } = Content.Simple;
    for (const to of Destination.ToAddresses) deliver({ to, subject: Subject.Data, text: Body.Text.Data });
    return { status: 200, body: { MessageId: randomUUID() } };
  };
}
