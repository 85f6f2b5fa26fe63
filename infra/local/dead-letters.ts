import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBRecord } from 'aws-lambda';

/** A record that a consumer could not be given, whole: what was lost can be looked at and sent again. */
export interface DeadLetter {
  consumer: string;
  reason: 'retries_exhausted' | 'too_old';
  error: string;
  record: DynamoDBRecord;
}

export interface DeadLetters {
  put(letter: DeadLetter): void;
  /** Those of a consumer, oldest first. */
  of(consumer: string): DeadLetter[];
}

/** A folder per consumer and a file per record, or memory without a folder. */
export function openDeadLetters(folder: string | null): DeadLetters {
  const memory: DeadLetter[] = [];
  const letterFolder = (consumer: string) => join(folder ?? '', consumer);
  return {
    put(letter) {
      if (!folder) return void memory.push(letter);
      mkdirSync(letterFolder(letter.consumer), { recursive: true });
      const name = `${letter.record.dynamodb?.SequenceNumber ?? letter.record.eventID}.json`;
      writeFileSync(join(letterFolder(letter.consumer), name), JSON.stringify(letter, null, 2));
    },
    of(consumer) {
      if (!folder) return memory.filter((letter) => letter.consumer === consumer);
      try {
        return readdirSync(letterFolder(consumer))
          .sort()
          .map((name) => JSON.parse(readFileSync(join(letterFolder(consumer), name), 'utf8')));
      } catch {
        return [];
      }
    },
  };
}
