import { Agent, request } from 'node:http';
import { accountId, adminAccessKey, region } from './names.ts';

/**
 * The JSON protocol that DynamoDB and its streams speak, without an SDK: stream records arrive exactly as
 * Lambda hands them on, and the local cloud starts without loading a client.
 */

/** Refused by the service, as opposed to not answered at all. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const agent = new Agent({ keepAlive: true });

/** A signature has to be there; nobody checks it. */
const authorization = `AWS4-HMAC-SHA256 Credential=${adminAccessKey}/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=${accountId}`;

/** One call, such as `DynamoDB_20120810.ListTables`. */
export function callService<T>(endpoint: string, target: string, input: object): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const call = request(endpoint, {
    method: 'POST',
    agent,
    headers: { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.0', authorization },
  });
  call.once('error', reject);
  call.once('response', (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('error', reject);
    response.once('end', () => {
      const answer = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
      if (response.statusCode === 200) resolve(answer);
      else
        reject(
          new ServiceError(String(answer.__type).split('#').at(-1) ?? '', answer.message ?? answer.Message),
        );
    });
  });
  call.end(JSON.stringify(input));
  return promise;
}
