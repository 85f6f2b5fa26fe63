import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Grant } from '#infra/grants.ts';
import { type AdminTools, answerAdmin, isAdminPath } from './admin.ts';
import { readBody } from './bodies.ts';
import { type Answer, answeredBy, type Carrier, forwardTo, refuse } from './carriers.ts';
import { type Call, suffer } from './faults.ts';
import {
  demandsOf,
  functionsByKey,
  needsNoCredentials,
  refusalOf,
  refusedDemand,
  type Service,
} from './iam.ts';
import { adminAccessKey } from './names.ts';
import { listen, shut } from './ports.ts';

export interface Proxy {
  url: string;
  close(): Promise<void>;
}

interface ProxyOptions {
  upstreams: { dynamodb: string; cognito: string };
  /** Parts that answer inside this process. */
  parts: Record<'sqs' | 'ses', (operation: string, input: unknown) => Answer>;
  functionNames: readonly string[];
  grantsOf(name: string): readonly Grant[];
  /** A request that may have written to a table has been answered. */
  onWrite(): void;
  /** Ends the environment of a function in the middle of what it does. */
  crash(functionName: string): void;
  admin: AdminTools;
  report(line: string): void;
}

const services = {
  DynamoDB_20120810: 'dynamodb',
  AWSCognitoIdentityProviderService: 'cognito-idp',
  AmazonSQS: 'sqs',
} as const satisfies Record<string, Service>;

/** The one operation we use of a service that names it by path and not by a header. */
const sendEmail = { method: 'POST', path: '/v2/email/outbound-emails' };

/** Larger than the largest transaction. */
const LARGEST_BODY = 17 * 1024 * 1024;

const header = (request: IncomingMessage, name: string) => String(request.headers[name] ?? '');

/** What a request asks for; a service that is not here has no name. */
function asked(request: IncomingMessage): { service: Service | null; operation: string; prefix: string } {
  const [prefix = '', operation = ''] = header(request, 'x-amz-target').split('.');
  if (request.method === sendEmail.method && request.url === sendEmail.path)
    return { service: 'ses', operation: 'SendEmail', prefix };
  const service = Object.hasOwn(services, prefix) ? services[prefix as keyof typeof services] : null;
  return { service, operation, prefix };
}

/**
 * Stands between the functions and the parts they call, and refuses what a function has no grant for: rights
 * that are missing fail here and not after deployment.
 */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const byKey = functionsByKey(options.functionNames);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const closing = new AbortController();

  /** Why a request may not pass: the type and sentence of the error. */
  function objection(
    service: Service,
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

  const carriers: Record<Service, Carrier> = {
    dynamodb: forwardTo(options.upstreams.dynamodb, agent),
    'cognito-idp': forwardTo(options.upstreams.cognito, agent),
    sqs: answeredBy(options.parts.sqs),
    ses: answeredBy(options.parts.ses),
  };

  /** A call goes through, unless a test has ordered otherwise. */
  async function carry(
    carrier: Carrier,
    request: IncomingMessage,
    response: ServerResponse,
    call: Call,
  ): Promise<void> {
    const pass = () => carrier(request, response, call.body, call.operation);
    const fault = options.admin.faults.strike(call);
    if (!fault) await pass();
    else
      await suffer(fault, call, response, {
        pass,
        swallow: () => carrier(request, null, call.body, call.operation),
        crash: () => call.functionName && options.crash(call.functionName),
        signal: closing.signal,
      });
    if (/^(Put|Update|Delete|BatchWrite|TransactWrite|Execute)/.test(call.operation)) options.onWrite();
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, LARGEST_BODY);
    if (!body) return refuse(response, 'SerializationException', 'The request is too large.');
    const key = /Credential=([^/,\s]+)\//.exec(header(request, 'authorization'))?.[1] ?? '';
    if (isAdminPath(request.url ?? '') && key === adminAccessKey)
      return answerAdmin(options.admin, request, response, body);
    const { service, operation, prefix } = asked(request);
    if (!service)
      return refuse(response, 'UnknownOperationException', `Nothing here answers ${prefix || 'this'}.`);
    const refused = objection(service, operation, key, body);
    if (refused) return refuse(response, ...refused);
    const carrier = carriers[service];
    if (service === 'cognito-idp') return carrier(request, response, body, operation);
    await carry(carrier, request, response, { functionName: byKey.get(key) ?? null, operation, body });
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
      closing.abort();
      agent.destroy();
      await shut(server);
    },
  };
}
