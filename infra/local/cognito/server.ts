import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import { CognitoError } from './errors.ts';
import { findOperation } from './operations/index.ts';
import { issuerOf, type Mail, type Pool, type PoolSpec } from './pool.ts';
import { type PoolState, sweep } from './state.ts';
import { openStore } from './store.ts';
import { newPoolKey, signClaims } from './tokens.ts';

export type { PoolSpec } from './pool.ts';

export interface CognitoOptions {
  /** Where users, keys and tokens are kept across restarts; null keeps them in memory only. */
  dataFile: string | null;
  pools: PoolSpec[];
  /** Sends a mail; a failure answers the request with CodeDeliveryFailureException. */
  deliver: (mail: { to: string; subject: string; text: string }) => Promise<void> | void;
  /** The clock in milliseconds; the real one unless told. */
  now?: () => number;
}

export interface Cognito {
  /** Answers one request of the Cognito JSON protocol; never rejects. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Listens on the loopback address and gives the port, a free one unless told. */
  listen(port?: number): Promise<number>;
  /** The public keys of a pool. Throws for a pool there is not. */
  jwks(poolId: string): { keys: JWK[] };
  issuer(poolId: string): string;
  /** For tests only: signs any claims with a pool's key. */
  forge: { sign(poolId: string, claims: Record<string, unknown>): Promise<string> };
  /** Stops listening and waits until everything is written. */
  close(): Promise<void>;
}

const CONTENT_TYPE = 'application/x-amz-json-1.1';
const LARGEST_BODY = 1024 * 1024;

async function readJson(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  if (size > LARGEST_BODY) throw new CognitoError('SerializationException', 'The request is too large.');
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new CognitoError('SerializationException', 'The request body is not JSON.');
  }
}

function send(res: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': CONTENT_TYPE, 'x-amzn-requestid': randomUUID(), ...headers });
  res.end(JSON.stringify(body));
}

function sendError(res: ServerResponse, error: unknown): void {
  const { type, message } =
    error instanceof CognitoError
      ? error
      : new CognitoError('InternalErrorException', error instanceof Error ? error.message : String(error));
  const status = type === 'InternalErrorException' ? 500 : 400;
  send(res, status, { __type: type, message }, { 'x-amzn-errortype': type });
}

/**
 * Starts a local stand-in for Amazon Cognito user pools, for the real SDK client. Makes each pool's key on
 * first sight; rejects when the data file cannot be read.
 */
export async function startCognito(options: CognitoOptions): Promise<Cognito> {
  const store = await openStore(options.dataFile);
  const clock = options.now ?? Date.now;
  const pools: Pool[] = [];
  for (const spec of options.pools) {
    const state: PoolState = store.state.pools[spec.id] ?? {
      key: await newPoolKey(),
      users: {},
      sessions: {},
      families: {},
      refreshTokens: {},
      lockouts: {},
      resets: {},
    };
    store.state.pools[spec.id] = state;
    pools.push({ spec, state });
  }
  await store.exclusive(() => undefined);

  function poolNamed(poolId: string): Pool {
    const pool = pools.find((candidate) => candidate.spec.id === poolId);
    if (!pool) throw new Error(`There is no user pool ${poolId}.`);
    return pool;
  }

  async function deliverAll(mails: readonly Mail[]): Promise<void> {
    try {
      for (const mail of mails) await options.deliver(mail);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CognitoError('CodeDeliveryFailureException', `Unable to deliver message: ${reason}`);
    }
  }

  /** One request: decoded, run alone, written, its mails sent, and only then answered. */
  async function answer(req: IncomingMessage): Promise<object> {
    const operation = findOperation(req.headers['x-amz-target']);
    const spoken = req.method === 'POST' && req.headers['content-type']?.startsWith(CONTENT_TYPE);
    if (!spoken || !operation) throw new CognitoError('UnknownOperationException', 'Unknown operation.');
    if (operation.signed && !req.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) {
      throw new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token');
    }
    const input = await readJson(req);
    const mails: Mail[] = [];
    const body = await store.exclusive(() => {
      const now = clock();
      for (const pool of pools) sweep(pool.state, now);
      return operation.run({ pools, now, mail: (mail) => mails.push(mail) }, input);
    });
    await deliverAll(mails);
    return body;
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    try {
      send(res, 200, await answer(req));
    } catch (error) {
      sendError(res, error);
    }
  }

  const server = createServer((req, res) => void handle(req, res));

  return {
    handle,
    listen(port = 0) {
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : port);
        });
      });
    },
    jwks: (poolId) => ({ keys: [poolNamed(poolId).state.key.publicKey] }),
    issuer: (poolId) => issuerOf(poolNamed(poolId).spec.id),
    forge: { sign: (poolId, claims) => signClaims(poolNamed(poolId), claims) },
    async close() {
      if (server.listening) {
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        server.closeAllConnections();
        await closed;
      }
      await store.idle();
    },
  };
}
