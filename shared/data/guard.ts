import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { DocumentClient } from './documents.ts';
import { indexKeys, indexNames } from './table.ts';

/** The partitions a data client may touch: each prefix itself, or anything below it after `#`. */
export interface Scope {
  prefixes: readonly string[];
  /** Partitions of which nothing below is within reach. */
  exact?: readonly string[];
}

/** A key left its scope. Never foreseen: it is a bug, stopped before the call leaves the process. */
export class IsolationBreach extends Error {
  constructor(key: unknown) {
    super(`a call left its scope with ${JSON.stringify(key)}`);
    this.name = 'IsolationBreach';
  }
}

interface Batched {
  RequestItems?: Record<string, { Keys: Record<string, unknown>[] }>;
  TransactItems?: Record<string, Keyed>[];
}

interface Keyed {
  Key?: Record<string, unknown>;
  Item?: Record<string, unknown>;
  UpdateExpression?: string;
  KeyConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, unknown>;
  ExclusiveStartKey?: Record<string, unknown>;
}

const partitionAttributes = new Set<string>(['pk', ...indexNames.map((index) => indexKeys(index).pk)]);

/**
 * Wraps a document client so that no key outside the scope gets past it, whatever a repository forgot. It
 * also checks every index key in what is written, which IAM cannot, and fails closed: an operation it does
 * not know is refused.
 */
export function guarded(client: DocumentClient, scope: Scope): DocumentClient {
  const within = (key: unknown) =>
    typeof key === 'string' &&
    (scope.prefixes.some((prefix) => key === prefix || key.startsWith(`${prefix}#`)) ||
      (scope.exact?.includes(key) ?? false));

  return {
    send(command) {
      const keys = keysOf(command);
      const stray = keys.length === 0 ? ['no key at all'] : keys.filter((key) => !within(key));
      if (stray.length > 0) throw new IsolationBreach(stray[0]);
      return client.send(command);
    },
  };
}

function keysOf(command: { input: object }): unknown[] {
  const input = command.input as Keyed & Batched;
  if (oneItem.some((kind) => command instanceof kind)) return keysOfOne(input);
  if (command instanceof QueryCommand) return keysOfQuery(input);
  if (command instanceof BatchGetCommand) {
    return Object.values(input.RequestItems ?? {}).flatMap(({ Keys }) => Keys.map((key) => key.pk));
  }
  if (command instanceof TransactWriteCommand) {
    return (input.TransactItems ?? []).flatMap((action) => Object.values(action).flatMap(keysOfOne));
  }
  throw new IsolationBreach('an operation that the guard does not know');
}

const oneItem = [GetCommand, PutCommand, UpdateCommand, DeleteCommand] as const;

/** The partition key of one action and every index partition key it writes. */
function keysOfOne(action: Keyed): unknown[] {
  const source = action.Key ?? action.Item;
  const keys: unknown[] = [source?.pk];
  for (const [name, value] of Object.entries(action.Item ?? {})) {
    if (name !== 'pk' && partitionAttributes.has(name)) keys.push(value);
  }
  for (const { name, value } of assignments(action)) {
    if (partitionAttributes.has(name)) keys.push(value);
  }
  return keys;
}

/** `#name = :value` pairs of an update; anything cleverer on a key attribute has no value and is refused. */
function assignments({
  UpdateExpression = '',
  ExpressionAttributeNames = {},
  ExpressionAttributeValues = {},
}: Keyed) {
  const set = /\bSET\b(.*?)(?=\b(?:REMOVE|ADD|DELETE)\b|$)/is.exec(UpdateExpression)?.[1] ?? '';
  return set.split(',').flatMap((clause) => {
    const [left = '', right = ''] = clause.split('=').map((side) => side.trim());
    const name = ExpressionAttributeNames[left] ?? left;
    return name === '' ? [] : [{ name, value: ExpressionAttributeValues[right] }];
  });
}

function keysOfQuery(query: Keyed): unknown[] {
  const names = query.ExpressionAttributeNames ?? {};
  const values = query.ExpressionAttributeValues ?? {};
  const clauses = (query.KeyConditionExpression ?? '').split(/\band\b/i);
  const keys: unknown[] = clauses.flatMap((clause) => {
    const match = /^\(*\s*(#?[\w]+)\s*=\s*(:[\w]+)\s*\)*$/.exec(clause.trim());
    const name = match?.[1] && (names[match[1]] ?? match[1]);
    return name && partitionAttributes.has(name) && match?.[2] ? [values[match[2]]] : [];
  });
  for (const [name, value] of Object.entries(query.ExclusiveStartKey ?? {})) {
    if (partitionAttributes.has(name)) keys.push(value);
  }
  return keys;
}
