import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, shut } from '#infra/local/ports.ts';
import { openMailbox } from '#infra/local/ses.ts';
import { createSite, withPage } from '#infra/local/sites.ts';

/** An app as it is served, and the mailbox beside it. */

const folder = mkdtempSync(join(tmpdir(), 'foyer-'));
const site = join(folder, 'staff');
const mailbox = openMailbox(null);
const app = withPage(createSite(site), '/docs', createSite(join(folder, 'docs')));
const server = createServer((message, response) =>
  (message.headers.host === 'mail.localhost' ? mailbox.page : app)(message, response),
);
let port = 0;

beforeAll(async () => {
  port = await listen(server);
});
afterAll(async () => {
  await shut(server);
  rmSync(folder, { recursive: true });
});

function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number;
    headers: NodeJS.Dict<string | string[]>;
    body: Buffer;
  }>();
  const call = request({ host: '127.0.0.1', port, path, headers, method }, async (response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
  });
  call.on('error', reject);
  call.end();
  return promise;
}

describe('a site', () => {
  test('that is not built says so, and is found once it is', async () => {
    expect((await get('/')).status).toBe(404);
    mkdirSync(join(site, 'assets'), { recursive: true });
    mkdirSync(join(site, '.vite'));
    writeFileSync(join(folder, 'secret.txt'), 'outside');
    writeFileSync(join(site, '.vite', 'manifest.json'), '{}');
    writeFileSync(join(site, 'assets', 'main-abc.js'), 'let one = 1;');
    writeFileSync(join(site, 'assets', 'main-abc.js.map'), '{}');
    writeFileSync(join(site, 'index.html'), '<p>app</p>');
    expect((await get('/')).body.toString()).toBe('<p>app</p>');
  });

  test('answers every path of the app with its page, and no missing file', async () => {
    expect((await get('/clients/cli_1?tab=notes')).body.toString()).toBe('<p>app</p>');
    expect((await get('/assets/gone.js')).status).toBe(404);
    expect((await get('/', {}, 'POST')).status).toBe(405);
    expect((await get('/', {}, 'HEAD')).body).toHaveLength(0);
  });

  test('leaves one path to another page, and nothing beside it', async () => {
    mkdirSync(join(folder, 'docs'));
    writeFileSync(join(folder, 'docs', 'index.html'), '<p>docs</p>');
    for (const path of ['/docs', '/docs/', '/docs?tag=clients'])
      expect((await get(path)).body.toString()).toBe('<p>docs</p>');
    for (const path of ['/', '/documents', '/w/docs'])
      expect((await get(path)).body.toString()).toBe('<p>app</p>');
  });

  test('keeps what is built for ever, and asks for the page each time', async () => {
    expect((await get('/assets/main-abc.js')).headers['cache-control']).toContain('immutable');
    const { headers } = await get('/');
    expect(headers['cache-control']).toBe('no-cache');
    expect((await get('/', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  });

  test('compresses for those who can read it', async () => {
    const { headers, body } = await get('/assets/main-abc.js', { 'accept-encoding': 'br, gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe('let one = 1;');
    expect((await get('/assets/main-abc.js')).headers['content-encoding']).toBeUndefined();
  });

  test('ATK-30: forbids browsers what the apps do not need', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('strict-transport-security');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/.vite/manifest.json',
    '/assets/main-abc.js.map',
  ])('gives nothing from %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('the mailbox', () => {
  const host = 'mail.localhost';

  test('shows mail newest first, as text only', async () => {
    mailbox.deliver({ to: 'a@example.test', subject: 'First', text: 'one' });
    mailbox.deliver({ to: 'b@example.test', subject: '<b>Second</b>', text: 'code <1>' });
    const page = (await get('/', { host })).body.toString();
    expect(page).toContain('&lt;b&gt;Second&lt;/b&gt;');
    expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First'));
    const { data } = JSON.parse((await get('/api/messages', { host })).body.toString());
    expect(data[0]).toMatchObject({ to: 'b@example.test', subject: '<b>Second</b>', text: 'code <1>' });
    expect(data).toHaveLength(2);
  });
});
