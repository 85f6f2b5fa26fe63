import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { DocumentClient } from '../documents.ts';
import { Idempotency } from '../entities/idempotency.ts';

/** A request with an Idempotency-Key: which one, and what it said. */
export interface IdempotencyClaim {
  workspaceId: WorkspaceId;
  /** Hash of route, actor and key: the same key of another actor or route is another claim (FLT-10). */
  claim: string;
  bodyHash: string;
  /** Epoch seconds. */
  now: number;
}

export interface IdempotencyRecord {
  bodyHash: string;
  outcome: unknown;
}

const DAY_SECONDS = 24 * 60 * 60;

/** The key of a claim, for the BatchGet that authorises the request. */
export const idempotencyKey = (
  table: string,
  { workspaceId, claim }: Pick<IdempotencyClaim, 'workspaceId' | 'claim'>,
) => Idempotency.get({ workspaceId, claim }).params<{ Key: Record<string, unknown> }>({ table }).Key;

/** The record of a claim as stored, or null when it is absent or past its day. */
export function parseIdempotency(
  item: Record<string, unknown> | undefined,
  now: number,
): IdempotencyRecord | null {
  const { data } = Idempotency.parse({ Item: item });
  return data && data.expiresAt > now ? { bodyHash: data.bodyHash, outcome: data.outcome } : null;
}

/** The put that claims the key for a day; it fails while a living claim holds it. */
export function idempotencyPut(table: string, claim: IdempotencyClaim, outcome: unknown) {
  const { now, ...key } = claim;
  const params = Idempotency.put({ ...key, outcome, expiresAt: now + DAY_SECONDS })
    .where(({ expiresAt }, { notExists, lt }) => `${notExists(expiresAt)} OR ${lt(expiresAt, now)}`)
    .params({ table });
  return params as { TableName: string; Item: Record<string, unknown> };
}

export async function readIdempotency(
  client: DocumentClient,
  table: string,
  claim: IdempotencyClaim,
): Promise<IdempotencyRecord | null> {
  const answer = await client.send(
    new GetCommand({ TableName: table, Key: idempotencyKey(table, claim), ConsistentRead: true }),
  );
  return parseIdempotency(answer.Item, claim.now);
}
