import { Agent, request } from 'node:http';
import { urlOf } from '#contracts/client.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Route } from '#contracts/route.ts';

/** Where the measured cloud is, and who asks. */
export interface Bench {
  url: string;
  token: string;
  workspaceId: WorkspaceId;
}

export interface Cost {
  calls: number;
  rcu: number;
  wcu: number;
}

interface Call {
  params?: object;
  query?: object;
  body?: object;
  ifMatch?: unknown;
}

// biome-ignore lint/suspicious/noExplicitAny: what a route answers is known to whoever asks it
type Answer = { status: number; json: any; cost: Cost };

const agent = new Agent({ keepAlive: true });

/** One request over HTTP with everything a browser would send, and what it cost at the table. */
export function ask(
  { url, token, workspaceId }: Bench,
  route: Route,
  { params, query, body, ifMatch }: Call,
): Promise<Answer> {
  const text = body && JSON.stringify(body);
  const path = urlOf(route, { params: { workspaceId, ...params }, query: { ...query } });
  const headers = {
    authorization: `Bearer ${token}`,
    ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url + path, { method: route.method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const answered = Buffer.concat(chunks).toString();
        const { route: cost } = JSON.parse(String(response.headers['x-foyer-cost'] ?? '{}'));
        const json = answered ? JSON.parse(answered) : null;
        resolve({ status: response.statusCode ?? 0, json, cost: cost ?? { calls: 0, rcu: 0, wcu: 0 } });
      });
    });
    outgoing.once('error', reject);
    outgoing.end(text);
  });
}
