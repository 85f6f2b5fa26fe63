import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { accountId, region } from './names.ts';
import type { Match } from './routing.ts';

/** The host that CloudFront would call; handlers that trust `Host` instead of `x-foyer-host` fail here too. */
const domainName = `local.execute-api.${region}.amazonaws.com`;

/** What belongs to one connection, and what only the edge may say. */
const dropped =
  /^(connection|keep-alive|transfer-encoding|upgrade|te|trailer|proxy-.*|host|cookie|x-foyer-.*)$/;

export interface EdgeFacts {
  originSecret: string;
  /** The host asked for, without its port. */
  host: string;
}

/** Host without port, in lower case. */
export const hostOf = (request: IncomingMessage) =>
  (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();

/** Names in lower case, several values joined by a comma, as payload 2.0 has them. */
function headersOf(request: IncomingMessage): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  const raw = request.rawHeaders;
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = raw[at + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/;\s*/).filter(Boolean));
    if (dropped.test(name)) continue;
    const earlier = Object.hasOwn(headers, name) ? `${headers[name]},` : '';
    headers[name] = earlier + value;
  }
  return { headers, cookies };
}

/** Parameters decoded, several values of one name joined by a comma. */
function queryOf(rawQuery: string): Record<string, string> | undefined {
  if (rawQuery === '') return undefined;
  const values = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(rawQuery))
    values.set(name, values.has(name) ? `${values.get(name)},${value}` : value);
  return Object.fromEntries(values);
}

/** API Gateway passes these as text and everything else as Base64, forms included. */
const isText = (headers: Record<string, string>) =>
  !headers['content-encoding'] &&
  /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml)))/i.test(headers['content-type'] ?? '');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2020:19:03:58 +0000`. */
function clfTime(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${date.toISOString().slice(11, 19)} +0000`;
}

/** The event of payload format 2.0, as a function behind CloudFront and an HTTP API is given it. */
export function eventOf(
  request: IncomingMessage,
  body: Buffer,
  match: Pick<Match, 'routeKey' | 'pathParameters'>,
  edge: EdgeFacts,
  now = new Date(),
): APIGatewayProxyEventV2 {
  const [rawPath = '/', ...rest] = (request.url ?? '/').split('?');
  const rawQueryString = rest.join('?');
  const { headers, cookies } = headersOf(request);
  const viewer = request.socket.remoteAddress ?? '127.0.0.1';
  const text = isText(headers);
  const query = queryOf(rawQueryString);
  const forwarded = headers['x-forwarded-for'];
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers: {
      ...headers,
      host: domainName,
      'x-amzn-trace-id': `Root=1-${Math.floor(now.getTime() / 1000).toString(16)}-${randomUUID().replaceAll('-', '').slice(8)}`,
      'x-foyer-host': edge.host,
      'x-foyer-origin': edge.originSecret,
      'x-forwarded-for': forwarded ? `${forwarded}, ${viewer}` : viewer,
      'x-forwarded-port': String(request.socket.localPort ?? ''),
      'x-forwarded-proto': 'http',
    },
    ...(query && { queryStringParameters: query }),
    ...(match.pathParameters && { pathParameters: match.pathParameters }),
    requestContext: {
      accountId,
      apiId: 'local',
      domainName,
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: viewer,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.routeKey,
      stage: '$default',
      time: clfTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
}

/** A short answer of the gateway itself. */
export function answerMessage(response: ServerResponse, status: number, message: string): void {
  const body = JSON.stringify({ message });
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

interface StructuredResult {
  statusCode: number;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
}

const isStructured = (result: unknown): result is StructuredResult =>
  typeof result === 'object' &&
  result !== null &&
  'statusCode' in result &&
  Number.isInteger(result.statusCode);

/** Sends what a function returned; a value without `statusCode` is the body of a 200, as API Gateway has it. */
export function sendResult(response: ServerResponse, result: unknown, requestId: string): void {
  const structured: StructuredResult = isStructured(result)
    ? result
    : { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) };
  const body = Buffer.from(structured.body ?? '', structured.isBase64Encoded ? 'base64' : 'utf8');
  for (const [name, value] of Object.entries(structured.headers ?? {}))
    response.setHeader(name, String(value));
  if (!response.hasHeader('content-type') && body.length > 0)
    response.setHeader('content-type', 'text/plain;charset=UTF-8');
  if (structured.cookies?.length) response.setHeader('set-cookie', structured.cookies);
  response.setHeader('apigw-requestid', requestId);
  if (structured.statusCode !== 204 && structured.statusCode !== 304)
    response.setHeader('content-length', body.length);
  response.writeHead(structured.statusCode);
  response.end(body);
}
