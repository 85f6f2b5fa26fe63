import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { Grant } from '#infra/grants.ts';
import { readBody } from './bodies.ts';
import { demandsOf, needsNoCredentials, refusalOf, refusedDemand } from './iam.ts';
import { accessKeyOf, adminAccessKey } from './names.ts';
import { listen, shut } from './ports.ts';

export interface Proxy {
  url: string;
  close(): Promise<void>;
}

interface ProxyOptions {
  upstreams: { dynamodb: string; cognito: string };
  functionNames: readonly string[];
  grantsOf(name: string): readonly Grant[];
  /** A request that may have written to a table has been answered. */
  onWrite(): void;
  report(line: string): void;
}

const services = {
  DynamoDB_20120810: 'dynamodb',
  AWSCognitoIdentityProviderService: 'cognito-idp',
} as const;

/** Larger than the largest transaction. */
const LARGEST_BODY = 17 * 1024 * 1024;

const header = (request: IncomingMessage, name: string) => String(request.headers[name] ?? '');

function refuse(response: ServerResponse, type: string, message: string): void {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': type });
  response.end(JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message, Message: message }));
}

/** Each access key stands for one function; two that fall together would share their rights. */
function functionsByKey(names: readonly string[]): Map<string, string> {
  const byKey = new Map(names.map((name) => [accessKeyOf(name), name]));
  if (byKey.size !== names.length) throw new Error('Two functions have names that differ in signs only.');
  return byKey;
}

/**
 * Stands between the functions and the parts they call, and refuses what a function has no grant for: rights
 * that are missing fail here and not after deployment.
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const byKey = functionsByKey(options.functionNames);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });

  /** Why a request may not pass: the type and sentence of the error. */
  function objection(
    service: 'dynamodb' | 'cognito-idp',
    operation: string,
    key: string,
    body: Buffer,
  ): readonly [type: string, sentence: string] | null {
    if (service === 'cognito-idp' && needsNoCredentials(operation)) return null;
    if (key === adminAccessKey) return null;
    if (key === '') return ['MissingAuthenticationTokenException', 'Missing Authentication Token'];
    const name = byKey.get(key);
    if (name === undefined)
      return [
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      ] as const;
    let input: unknown;
    try {
      input = JSON.parse(body.toString('utf8'));
    } catch {
      return ['SerializationException', 'The request body is not JSON.'] as const;
    }
    const refused = refusedDemand(options.grantsOf(name), demandsOf(service, operation, input));
    if (!refused) return null;
    const sentence = refusalOf(name, refused);
    options.report(sentence);
    return ['AccessDeniedException', sentence] as const;
  }

  function forward(request: IncomingMessage, response: ServerResponse, body: Buffer, upstream: string) {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { 'transfer-encoding': _chunked, ...headers } = request.headers;
    const onward = httpRequest(
      upstream + (request.url ?? '/'),
      { method: request.method ?? 'POST', headers: { ...headers, 'content-length': body.length }, agent },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.once('error', () => response.destroy());
        response.once('close', resolve);
      },
    );
    onward.once('error', () => {
      // As a lost connection to the real service: the SDK tries again.
      response.destroy();
      resolve();
    });
    onward.end(body);
    return promise;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, LARGEST_BODY);
    if (!body) return refuse(response, 'SerializationException', 'The request is too large.');
    const [prefix = '', operation = ''] = header(request, 'x-amz-target').split('.');
    const service = Object.hasOwn(services, prefix) ? services[prefix as keyof typeof services] : null;
    if (!service)
      return refuse(response, 'UnknownOperationException', `Nothing here answers ${prefix || 'this'}.`);
    const key = /Credential=([^/,\s]+)\//.exec(header(request, 'authorization'))?.[1] ?? '';
    const refused = objection(service, operation, key, body);
    if (refused) return refuse(response, ...refused);
    const upstream = service === 'dynamodb' ? options.upstreams.dynamodb : options.upstreams.cognito;
    await forward(request, response, body, upstream);
    if (service === 'dynamodb' && /^(Put|Update|Delete|BatchWrite|TransactWrite|Execute)/.test(operation))
      options.onWrite();
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error) => {
      options.report(`proxy: ${error instanceof Error ? error.stack : error}`);
      response.destroy();
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      agent.destroy();
      await shut(server);
    },
  };
}
