import { createHash } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Refusal } from '#contracts/errors.ts';
import type { DocumentClient } from './documents.ts';
import { AlreadyDone } from './replay.ts';
import { type IdempotencyClaim, idempotencyPut, readIdempotency } from './repositories/idempotency.ts';

type Action = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One action of a commit, and what it means when its condition fails on the item as it stands. */
export interface Write {
  action: Action;
  refuse?: (current: Record<string, unknown> | undefined) => Refusal;
}

type Refuse = NonNullable<Write['refuse']>;

/** ElectroDB types the params of an action loosely; a transaction takes them as they are. */
export const put = (params: object, refuse?: Refuse): Write => ({
  action: { Put: params } as Action,
  ...(refuse && { refuse }),
});
export const update = (params: object, refuse?: Refuse): Write => ({
  action: { Update: params } as Action,
  ...(refuse && { refuse }),
});

export const remove = (params: object, refuse?: Refuse): Write => ({
  action: { Delete: params } as Action,
  ...(refuse && { refuse }),
});

/** Writes nothing: the commit fails unless the item is as the params' condition says. */
export const check = (params: object, refuse: Refuse): Write => ({
  action: { ConditionCheck: params } as Action,
  refuse,
});

/**
 * Writes all or nothing. `outcome` is what the request will answer: with an idempotency key it is kept in the
 * same transaction, so that a repeated request finds either both or neither.
 * @throws {Refusal} of the first action whose condition fails; `dependency_down` after six conflicts
 * @throws {AlreadyDone} when the same request was committed by somebody faster
 */
export type Commit = (writes: readonly Write[], outcome: unknown) => Promise<void>;

/** At 30 % conflicts six tries leave less than one in a thousand without an answer (FLT-13). */
const TRIES = 6;
const TOO_MANY = 100;

/** Makes the commit of one request. Ids and instants are fixed by then: every try sends the same writes. */
export function committer(client: DocumentClient, table: string, claim: IdempotencyClaim | null): Commit {
  return async (writes, outcome) => {
    const all: Write[] = claim
      ? [...writes, { action: { Put: idempotencyPut(table, claim, outcome) } }]
      : [...writes];
    if (all.length > TOO_MANY) throw new Error(`a transaction takes ${TOO_MANY} actions, not ${all.length}`);
    const token = requestToken(all);
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.send(
          new TransactWriteCommand({ TransactItems: all.map(withOldImage), ClientRequestToken: token }),
        );
        return;
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const reasons = error.CancellationReasons ?? [];
        if (claim && reasons[all.length - 1]?.Code === 'ConditionalCheckFailed') {
          throw await settled(client, table, claim);
        }
        const failed = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
        if (failed >= 0) {
          const current = reasons[failed]?.Item;
          throw all[failed]?.refuse?.(current && unmarshall(current)) ?? error;
        }
        if (!reasons.some(({ Code }) => Code === 'TransactionConflict' || Code === 'ThrottlingError'))
          throw error;
        if (attempt === TRIES)
          throw new Refusal('dependency_down', { internal: 'conflicts', retryAfterSeconds: 1 });
        await jitter(attempt);
      }
    }
  };
}

async function settled(client: DocumentClient, table: string, claim: IdempotencyClaim): Promise<Error> {
  const record = await readIdempotency(client, table, claim);
  if (!record) return new Refusal('idempotency_in_flight', { retryAfterSeconds: 1 });
  return record.bodyHash === claim.bodyHash
    ? new AlreadyDone(record.outcome)
    : new Refusal('idempotency_mismatch');
}

/** The old item comes back with a failed condition, so that the refusal can say who and when. */
function withOldImage({ action }: Write): Action {
  return Object.fromEntries(
    Object.entries(action).map(([kind, params]) => [
      kind,
      { ...params, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
    ]),
  );
}

const requestToken = (writes: readonly Write[]) =>
  createHash('sha256').update(JSON.stringify(writes, spelledOut)).digest('hex').slice(0, 36);

/** JSON knows no sets: two that differ would look the same, and so would their transactions. */
const spelledOut = (_: string, value: unknown) => (value instanceof Set ? [...value] : value);

/** Full jitter, doubling from 20 ms: parallel writers of one counter part ways. */
const jitter = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
