import type { FaultRule, Tally } from '#infra/local/faults.ts';
import { whereabouts } from '../support/given.ts';

/** What the local cloud takes from nobody but tests and seeds. */
const authorization = 'AWS4-HMAC-SHA256 Credential=FOYERLOCALADMIN/x/x/dynamodb/aws4_request';

async function order(method: string, path: string, body?: object) {
  const response = await fetch(`${whereabouts().endpoints.dynamodb}${path}`, {
    method,
    headers: { authorization },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}

export interface InForce {
  tallies(): Promise<Tally[]>;
}

/** Runs something while faults are in force, and lifts them whatever comes of it. */
export async function withFaults<T>(
  rules: FaultRule[],
  run: (faults: InForce) => Promise<T>,
  seed = 1,
): Promise<T> {
  const { id } = await order('POST', '/__faults', { seed, rules });
  try {
    return await run({ tallies: () => order('GET', `/__faults/${id}`) });
  } finally {
    await order('DELETE', `/__faults/${id}`);
  }
}

/** Any claims, signed as a pool of the local cloud would, and the public keys of that pool. */
export const mint = (
  pool: string,
  claims: object,
): Promise<{ token: string; keys: Record<string, unknown>[] }> =>
  order('POST', '/__tokens', { pool, claims });
