import type { DynamoDBRecord } from 'aws-lambda';
import { accessKeyOf, buckets, region, secretAccessKey } from './names.ts';
import { deadLetterPrefix } from './s3/permit.ts';
import type { Store } from './s3/store.ts';

/** A record that a consumer could not be given, whole: what was lost can be looked at and sent again. */
export interface DeadLetter {
  consumer: string;
  reason: 'retries_exhausted' | 'too_old';
  error: string;
  record: DynamoDBRecord;
}

export interface DeadLetters {
  /** Puts a letter into the bucket. Rejects when the bucket does not take it: then the record is not done with. */
  put(letter: DeadLetter): Promise<void>;
  /** Those of a consumer, oldest first. */
  of(consumer: string): DeadLetter[];
}

const prefixOf = (consumer: string) => `${deadLetterPrefix}${consumer}/`;

/** With the rights of the consumer, as Lambda does it; the SDK is loaded when there is something to put. */
async function clientOf(consumer: string, endpoint: string) {
  const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const credentials = { accessKeyId: accessKeyOf(consumer), secretAccessKey };
  const s3 = new S3Client({ region, endpoint, credentials, forcePathStyle: true });
  return (Key: string, Body: string) =>
    s3.send(
      new PutObjectCommand({ Bucket: buckets.deadLetters, Key, Body, ContentType: 'application/json' }),
    );
}

/** The on-failure destination of the stream's consumers: an object for each record. */
export function openDeadLetters(store: Store, endpoint: string): DeadLetters {
  const clients = new Map<string, ReturnType<typeof clientOf>>();
  return {
    async put(letter) {
      const { consumer, record } = letter;
      const client = clients.get(consumer) ?? clientOf(consumer, endpoint);
      clients.set(consumer, client);
      const name = record.dynamodb?.SequenceNumber ?? record.eventID;
      await (await client)(`${prefixOf(consumer)}${name}.json`, JSON.stringify(letter, null, 2));
    },
    of: (consumer) =>
      store
        .list(buckets.deadLetters, prefixOf(consumer))
        .map(({ body }): DeadLetter => JSON.parse(body.toString('utf8'))),
  };
}
