import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The one method of the SDK's document client that is used; guard and meter wrap it. */
export interface DocumentClient {
  // biome-ignore lint/suspicious/noExplicitAny: the SDK types `send` by dozens of overloads that no wrapper can repeat
  send(command: any): Promise<any>;
}

/**
 * The SDK client, made once per process; region, credentials and endpoint come from the environment unless
 * given. The timeouts let a handler answer before the gateway gives up on it.
 */
export function connect(options: DynamoDBClientConfig = {}): DocumentClient {
  const client = new DynamoDBClient({
    ...options,
    maxAttempts: 3,
    // Without the last one the SDK only warns of a stalled call, and waits on.
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
  return DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  }) as DocumentClient;
}
