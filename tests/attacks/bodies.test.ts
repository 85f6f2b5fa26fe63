import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import { clients } from '#contracts/routes/clients.ts';
import { bearer, givenWorkspace, send } from '../support/given.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
beforeAll(async () => {
  given = await givenWorkspace();
});

const post = (body: string, headers = {}) =>
  send('POST', urlOf(clients.create, { params: given }), {
    headers: { ...bearer(given.token), ...headers },
    body,
  });
const count = async () => (await given.api.clients.counts({ params: given })).data?.pending;

describe('ATK-17 a body made to hurt', () => {
  test('of a megabyte is 413', async () => {
    const { status, json } = await post(JSON.stringify({ name: 'x'.repeat(1024 * 1024) }));
    expect([status, json.code]).toEqual([413, 'payload_too_large']);
  });

  test('of eleven megabytes does not get past the gateway', async () => {
    const answer = await post(JSON.stringify({ name: 'x'.repeat(11 * 1024 * 1024) })).catch(
      ({ code }: { code: string }) => code,
    );
    if (typeof answer === 'string') expect(answer).toMatch(/^(EPIPE|ECONNRESET)$/);
    else expect(answer.status).toBe(413);
  });

  test.each([
    ['an array', '[', ']'],
    ['an object', '{"name":', '}'],
    ['a field', '{"name":[', ']}'],
  ])('ten thousand levels deep in %s is refused at once', async (_, open, close) => {
    const depth = 10_000;
    for (const [first, last] of [
      [open.repeat(depth), close.repeat(depth)],
      [`{"name":${open.repeat(depth)}`, `${close.repeat(depth)}}`],
    ]) {
      const { status, json } = await post(`${first}1${last}`);
      expect([status, json.code]).toBeOneOf([
        [400, 'malformed_json'],
        [422, 'validation_failed'],
      ]);
    }
  });

  test.each([
    '{"name":"first","name":"second"}',
    '{"name":"first","n\\u0061me":"second"}',
    '{"name":"x","addresses":[{"kind":"billing","line1":"a","line1":"b","city":"c","country":"US"}]}',
    '{"name":"x","__proto__":1,"__proto__":2}',
  ])('that says a field twice means neither: %s', async (body) => {
    const { status, json } = await post(body);
    expect([status, json.code]).toEqual([400, 'malformed_json']);
    expect(await count()).toBe(0);
  });

  test('compressed is not unpacked', async () => {
    const bomb = gzipSync(JSON.stringify({ name: 'x'.repeat(5_000_000) })).toString('latin1');
    const { status } = await post(bomb, { 'content-encoding': 'gzip' });
    expect(status).toBeOneOf([400, 413, 415]);
  });

  test('of any form is never a failure of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string(), fc.string({ unit: 'binary' })), async (body) => {
        const { status } = await post(body);
        expect(status).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
    expect(await count()).toBe(0);
  });
});

test('a text that only looks like a field said twice is one field', async () => {
  const name = '"name": "x", \\"name\\": {"a":1,"a":2}';
  const { status, json } = await post(JSON.stringify({ name, notes: '{"name":1}' }));
  expect([status, json.name]).toEqual([201, name]);
});
