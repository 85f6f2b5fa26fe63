import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Jobs } from '#domain/jobs.ts';
import type { Mailer } from '#domain/mail.ts';

let connecting: Promise<(queueUrl: string, body: string) => Promise<void>> | undefined;

/** The SDK is loaded with the first message: most cold starts of a function that may send one never do. */
async function connect() {
  const { SQSClient, SendMessageCommand } = await import('@aws-sdk/client-sqs');
  const sqs: SQSClient = new SQSClient({ maxAttempts: 3 });
  return async (QueueUrl: string, MessageBody: string) => {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  };
}

/** One queue, as whoever may only put messages in sees it. */
const sender = (queueUrl: string) => ({
  async send(message: object) {
    connecting ??= connect();
    const send = await connecting;
    await send(queueUrl, JSON.stringify(message));
  },
});

/** The queue of jobs. */
export const jobQueue = (queueUrl: string): Jobs => sender(queueUrl);

/** The queue of letters: what is put there is mailed by its worker, however long the mail service is away. */
export const mailQueue = (queueUrl: string): Mailer => sender(queueUrl);
