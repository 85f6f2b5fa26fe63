import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { bundle } from '#infra/bundle.ts';
import { stampOf } from '#infra/stamp.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'foyer-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entries = { consumer: 'tests/infra/local/fixtures/consumer.ts' };
const read = (out: string, file: string) => readFileSync(join(folder, out, file), 'utf8');

test('the same input gives the same bytes, with the SDK inside and without credentials it never uses', async () => {
  await bundle({ root, entries, out: join(folder, 'one') });
  await bundle({ root, entries, out: join(folder, 'two') });
  const code = read('one', 'functions/consumer/index.mjs');
  expect(read('two', 'functions/consumer/index.mjs')).toBe(code);
  expect(code).not.toContain(root);
  expect(code).toContain('DynamoDB_20120810');
  expect(code).toContain('AWS_ACCESS_KEY_ID');
  expect(code).not.toContain('GetRoleCredentials');
  expect(Object.keys(JSON.parse(read('one', 'meta/consumer.json')).inputs)).toContain(entries.consumer);
});

test('a stamp follows contents and names, not dates', () => {
  const source = join(folder, 'source');
  cpSync(fileURLToPath(new URL('./fixtures', import.meta.url)), source, { recursive: true });
  const stamp = stampOf(folder, ['source', 'absent']);
  writeFileSync(join(source, 'echo.ts'), readFileSync(join(source, 'echo.ts')));
  expect(stampOf(folder, ['source', 'absent'])).toBe(stamp);
  writeFileSync(join(source, 'more.ts'), '');
  expect(stampOf(folder, ['source', 'absent'])).not.toBe(stamp);
});
