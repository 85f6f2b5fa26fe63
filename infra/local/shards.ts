import type { DynamoDBRecord } from 'aws-lambda';
import { callService, ServiceError } from './wire.ts';

export interface Shard {
  id: string;
  parent: string | undefined;
}

interface Described {
  StreamDescription: {
    Shards?: { ShardId: string; ParentShardId?: string }[];
    LastEvaluatedShardId?: string;
  };
}

export interface RecordPage {
  records: DynamoDBRecord[];
  /** Null when the shard is closed and read to its end. */
  next: string | null;
}

/** The few calls of DynamoDB Streams that an event source mapping makes. */
export function streamReader(endpoint: string, streamArn: string) {
  const call = <T>(operation: string, input: object) =>
    callService<T>(endpoint, `DynamoDBStreams_20120810.${operation}`, input);

  return {
    async shards(): Promise<Shard[]> {
      const found: Shard[] = [];
      let from: string | undefined;
      do {
        const { StreamDescription: page }: Described = await call('DescribeStream', {
          StreamArn: streamArn,
          ...(from && { ExclusiveStartShardId: from }),
        });
        for (const shard of page.Shards ?? []) found.push({ id: shard.ShardId, parent: shard.ParentShardId });
        from = page.LastEvaluatedShardId;
      } while (from);
      return found;
    },

    /** An iterator after a sequence number; from the oldest record where there is none, or it is gone. */
    async iterator(shard: string, after: string | undefined): Promise<string> {
      const position = after
        ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after }
        : { ShardIteratorType: 'TRIM_HORIZON' };
      try {
        const input = { StreamArn: streamArn, ShardId: shard, ...position };
        return (await call<{ ShardIterator: string }>('GetShardIterator', input)).ShardIterator;
      } catch (error) {
        if (after && error instanceof ServiceError && error.type === 'TrimmedDataAccessException')
          return this.iterator(shard, undefined);
        throw error;
      }
    },

    async page(iterator: string, limit: number): Promise<RecordPage> {
      const answer = await call<{ Records?: DynamoDBRecord[]; NextShardIterator?: string }>('GetRecords', {
        ShardIterator: iterator,
        Limit: Math.min(limit, 1000),
      });
      const records = (answer.Records ?? []).map((record) => ({ ...record, eventSourceARN: streamArn }));
      return { records, next: answer.NextShardIterator ?? null };
    },
  };
}

export type StreamReader = ReturnType<typeof streamReader>;
