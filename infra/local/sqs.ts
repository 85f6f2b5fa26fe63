import * as z from 'zod';
import type { Answer } from './carriers.ts';
import { md5Of, type Queues, queueNameIn } from './queues.ts';

const sendMessage = z.object({
  QueueUrl: z.string(),
  MessageBody: z.string().min(1),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
});

/**
 * What a function may ask of SQS: to take a message. Receiving and deleting is the work of the event source
 * mapping, which is not a function's (`workers.ts`).
 */
export function answerSqs(queues: Queues) {
  return (operation: string, input: unknown): Answer => {
    if (operation !== 'SendMessage')
      return { status: 400, type: 'UnsupportedOperation', body: { message: `${operation} is not there.` } };
    const { QueueUrl, MessageBody, DelaySeconds } = sendMessage.parse(input);
    const { id, body } = queues.send(queueNameIn(QueueUrl), MessageBody, DelaySeconds);
    return { status: 200, body: { MessageId: id, MD5OfMessageBody: md5Of(body) } };
  };
}
