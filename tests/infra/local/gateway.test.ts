import { createServer, request } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGateway, type Page } from '#infra/local/gateway.ts';
import { InvocationError } from '#infra/local/lambda.ts';
import { listen, shut } from '#infra/local/ports.ts';
import { blueprint } from './fixtures/blueprint.ts';

/** The gateway alone, before a function that the test plays itself. */

const calls: { name: string; event: APIGatewayProxyEventV2 }[] = [];
let respond: () => unknown = () => ({ statusCode: 200 });

const page =
  (name: string): Page =>
  (_request, response) =>
    response.end(name);

const server = createServer(
  createGateway({
    blueprint,
    lambda: {
      async invoke(name, event) {
        calls.push({ name, event: event as APIGatewayProxyEventV2 });
        return respond();
      },
      restart: async () => {},
      close: async () => {},
    },
    originSecret: 'the secret',
    pages: { staff: page('staff'), portal: page('portal'), mailbox: page('mailbox'), index: page('index') },
    report: () => {},
  }),
);
let port = 0;

beforeAll(async () => {
  port = await listen(server);
});
afterAll(() => shut(server));

interface Sent {
  method?: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

/** Node's own client: fetch would tidy paths and hosts first. */
function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: NodeJS.Dict<string | string[]>;
    body: Buffer;
  }>();
  const call = request({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
  });
  call.on('error', reject);
  call.end(body);
  return promise;
}

/** Sends and gives what the function was called with. */
async function called(path: string, sent: Sent = {}) {
  respond = () => ({ statusCode: 200 });
  calls.length = 0;
  await send(path, sent);
  const [call] = calls;
  if (!call) throw new Error('no function was called');
  return { name: call.name, event: call.event };
}

describe('routing', () => {
  test.each([
    ['GET', '/api/things/thi_1', 'echo', 'GET /api/things/{thingId}', { thingId: 'thi_1' }],
    ['GET', '/api/things/newest', 'echo', 'GET /api/things/newest', undefined],
    [
      'PUT',
      '/api/things/a/parts/b',
      'echo',
      'PUT /api/things/{thingId}/parts/{partId}',
      { thingId: 'a', partId: 'b' },
    ],
    ['GET', '/api/things/a%2Fb%20c', 'echo', 'GET /api/things/{thingId}', { thingId: 'a/b c' }],
    ['GET', '/api/things/', 'fallback', '$default', undefined],
    ['GET', '/api/things/x/', 'fallback', '$default', undefined],
    ['DELETE', '/api/things/x', 'fallback', '$default', undefined],
    ['HEAD', '/api/things/x', 'fallback', '$default', undefined],
    ['GET', '/api//things/x', 'fallback', '$default', undefined],
    ['GET', '/api', 'fallback', '$default', undefined],
  ])('%s %s goes to %s', async (method, path, name, routeKey, pathParameters) => {
    const { name: actual, event } = await called(path, { method });
    expect(actual).toBe(name);
    expect(event.routeKey).toBe(routeKey);
    expect(event.requestContext.routeKey).toBe(routeKey);
    expect(event.pathParameters).toEqual(pathParameters);
  });

  test('a path that is not well encoded is refused', async () => {
    expect((await send('/api/things/%zz')).status).toBe(400);
  });

  test.each([
    ['app.localhost:4000', 'staff'],
    ['acme.portal.localhost', 'portal'],
    ['mail.localhost', 'mailbox'],
    ['127.0.0.1', 'index'],
    ['portal.localhost', 'index'],
    ['app.localhost.example.com', 'index'],
  ])('%s shows %s', async (host, expected) => {
    expect((await send('/', { headers: { host } })).body.toString()).toBe(expected);
  });
});

describe('the event', () => {
  test('has the facts of the edge, and not what a client says of them', async () => {
    const { event } = await called('/api/things/x', {
      headers: { host: 'Acme.Portal.localhost:4000', 'x-foyer-origin': 'forged', 'X-Foyer-Host': 'forged' },
    });
    expect(event.headers['x-foyer-origin']).toBe('the secret');
    expect(event.headers['x-foyer-host']).toBe('acme.portal.localhost');
    expect(event.headers.host).not.toContain('localhost:4000');
  });

  test('joins headers of one name, and takes cookies apart', async () => {
    const { event } = await called('/api/things/x', {
      headers: { 'X-Several': ['a', 'b'], cookie: 'one=1; two=2' },
    });
    expect(event.headers['x-several']).toBe('a,b');
    expect(event.cookies).toEqual(['one=1', 'two=2']);
    expect(event.headers.cookie).toBeUndefined();
  });

  test('decodes the query and joins parameters of one name', async () => {
    const { event } = await called('/api/things/x?a=1&a=2&b=x%20y+z');
    expect(event.rawPath).toBe('/api/things/x');
    expect(event.rawQueryString).toBe('a=1&a=2&b=x%20y+z');
    expect(event.queryStringParameters).toEqual({ a: '1,2', b: 'x y z' });
  });

  test('carries text as text and the rest as Base64', async () => {
    const json = await called('/api/things', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"ü":1}',
    });
    expect(json.event.body).toBe('{"ü":1}');
    expect(json.event.isBase64Encoded).toBe(false);
    const binary = await called('/api/things', { method: 'POST', body: Buffer.from([0, 1, 255]) });
    expect(binary.event.body).toBe('AAH/');
    expect(binary.event.isBase64Encoded).toBe(true);
    const none = await called('/api/things', { method: 'POST' });
    expect(none.event).not.toHaveProperty('body');
  });

  test('describes the request as API Gateway does', async () => {
    const { event } = await called('/api/things/x', { headers: { 'user-agent': 'test' } });
    expect(event.version).toBe('2.0');
    expect(event.requestContext).toMatchObject({
      stage: '$default',
      http: {
        method: 'GET',
        path: '/api/things/x',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'test',
      },
    });
    expect(event.requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  });
});

describe('the answer', () => {
  const answered = async (result: unknown) => {
    respond = () => result;
    return send('/api/things/x');
  };

  test('sets each cookie in a header of its own', async () => {
    const { status, headers } = await answered({ statusCode: 204, cookies: ['a=1', 'b=2'] });
    expect(status).toBe(204);
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
  });

  test('decodes Base64', async () => {
    const { body } = await answered({ statusCode: 200, body: 'AAH/', isBase64Encoded: true });
    expect([...body]).toEqual([0, 1, 255]);
  });

  test('without a status is the body of a 200', async () => {
    const { status, headers, body } = await answered({ plain: true });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json');
    expect(body.toString()).toBe('{"plain":true}');
  });

  test.each([
    ['threw', 500, 'Internal Server Error'],
    ['timed_out', 503, 'Service Unavailable'],
    ['crashed', 503, 'Service Unavailable'],
  ] as const)('of a function that %s is %i', async (reason, status, message) => {
    respond = () => {
      throw new InvocationError(reason, 'secret detail');
    };
    const answer = await send('/api/things/x');
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body.toString())).toEqual({ message });
  });

  test('to a body over 10 MB is 413, and no function is called', async () => {
    calls.length = 0;
    const { status } = await send('/api/things', {
      method: 'POST',
      headers: { 'content-length': '10485761' },
    });
    expect(status).toBe(413);
    expect(calls).toEqual([]);
  });
});
