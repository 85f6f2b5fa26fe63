import type { DynamoDBRecord } from 'aws-lambda';
import type { DeadLetter } from './dead-letters.ts';

/** How a consumer wants its records, as declared in `infra/system.ts`. */
export interface DeliveryRules {
  retries: number;
  maxAgeHours: number;
  bisect: boolean;
}

export interface DeliveryTools {
  /** Calls the consumer; rejects when it throws, times out or crashes. */
  invoke(records: readonly DynamoDBRecord[]): Promise<unknown>;
  /** Everything up to this record is done with. */
  done(record: DynamoDBRecord): void;
  /** Comes back when the letter is kept: before that its record is not done with. */
  bury(letter: Omit<DeadLetter, 'consumer'>): Promise<void>;
  /** Waits before another try. Rejects when the cloud is being closed. */
  pause(tries: number): Promise<void>;
  /** The cloud is being closed: a call that was cut off then says nothing of its records. */
  closing(): boolean;
  now(): number;
}

const sequenceOf = (record: DynamoDBRecord) => record.dynamodb?.SequenceNumber ?? '';
const HOUR_MS = 3_600_000;

/** Where the first failure of a batch is and what was said; null when all of it is done. */
type Failure = { at: number; wholeBatch: boolean; error: string } | null;

/**
 * The lowest failed record out of `{ batchItemFailures: [{ itemIdentifier }] }`. An identifier that names no
 * record of the batch fails the whole of it, as on AWS.
 */
function failureIn(answer: unknown, batch: readonly DynamoDBRecord[]): Failure {
  if (typeof answer !== 'object' || answer === null || !('batchItemFailures' in answer)) return null;
  const failures = Array.isArray(answer.batchItemFailures) ? answer.batchItemFailures : [];
  if (failures.length === 0) return null;
  const positions = failures.map((failure: { itemIdentifier?: unknown } | null) =>
    batch.findIndex((record) => sequenceOf(record) === failure?.itemIdentifier),
  );
  const error = 'reported in batchItemFailures';
  if (positions.includes(-1)) return { at: 0, wholeBatch: true, error: `unknown record ${error}` };
  return { at: Math.min(...positions), wholeBatch: false, error };
}

async function attempt(batch: readonly DynamoDBRecord[], tools: DeliveryTools): Promise<Failure> {
  try {
    return failureIn(await tools.invoke(batch), batch);
  } catch (error) {
    if (tools.closing()) throw error;
    return { at: 0, wholeBatch: true, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Buries what is too old to be tried, and gives the rest. */
async function withoutOld(batch: readonly DynamoDBRecord[], rules: DeliveryRules, tools: DeliveryTools) {
  const oldest = tools.now() - rules.maxAgeHours * HOUR_MS;
  const isOld = (record: DynamoDBRecord) =>
    (record.dynamodb?.ApproximateCreationDateTime ?? Number.POSITIVE_INFINITY) * 1000 < oldest;
  for (const record of batch.filter(isOld))
    await tools.bury({ reason: 'too_old', error: `older than ${rules.maxAgeHours} hours`, record });
  return batch.filter((record) => !isOld(record));
}

/**
 * Gives a consumer one batch in order and comes back when every record of it is done or buried: the event
 * source mapping of Lambda. Splitting a batch costs no try; a split at a reported record isolates it.
 */
export async function deliver(
  records: readonly DynamoDBRecord[],
  rules: DeliveryRules,
  tools: DeliveryTools,
  triesBefore = 0,
): Promise<void> {
  let tries = triesBefore;
  for (;;) {
    const batch = await withoutOld(records, rules, tools);
    const failure = batch.length === 0 ? null : await attempt(batch, tools);
    const doneWith = failure ? batch[failure.at - 1] : records.at(-1);
    if (doneWith) tools.done(doneWith);
    if (!failure) return;

    const rest = batch.slice(failure.at);
    tries = failure.at > 0 ? 1 : tries + 1;
    if (rules.bisect && rest.length > 1) {
      const cut = failure.wholeBatch ? Math.ceil(rest.length / 2) : 1;
      const triesOfFirst = failure.wholeBatch ? tries - 1 : tries;
      if (triesOfFirst > 0) await tools.pause(triesOfFirst);
      await deliver(rest.slice(0, cut), rules, tools, triesOfFirst);
      return deliver(rest.slice(cut), rules, tools);
    }
    if (tries > rules.retries) {
      for (const record of rest)
        await tools.bury({ reason: 'retries_exhausted', error: failure.error, record });
      const last = rest.at(-1);
      if (last) tools.done(last);
      return;
    }
    await tools.pause(tries);
    records = rest;
  }
}
