import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessKeyOf, buckets } from '#infra/local/names.ts';
import { permits } from '#infra/local/s3/permit.ts';
import { startS3 } from '#infra/local/s3/server.ts';
import { openStore } from '#infra/local/s3/store.ts';
import { blueprint } from './fixtures/blueprint.ts';

/** The local S3 through the real SDK, on disk. */

const folder = mkdtempSync(join(tmpdir(), 'foyer-s3-'));
const other = 'foyer-other';
const names = [buckets.deadLetters, other];
let s3: Awaited<ReturnType<typeof startS3>>;
const reported: string[] = [];

beforeAll(async () => {
  const report = (line: string) => void reported.push(line);
  s3 = await startS3({ store: openStore(folder, names), permit: permits(blueprint, report), report });
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true });
});

const clientOf = (accessKeyId: string, secretAccessKey = 'local', region = 'eu-central-1') =>
  new S3Client({
    region,
    endpoint: s3.url,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
const admin = () => clientOf('FOYERLOCALADMIN');
const Bucket: string = buckets.deadLetters;
const at = (Key: string, bucket = Bucket) => ({ Bucket: bucket, Key });
const put = (Key: string, Body = 'hello', bucket = Bucket) =>
  new PutObjectCommand({ ...at(Key, bucket), Body, ContentType: 'text/plain' });
const textAt = async (Key: string, VersionId?: string) =>
  (await admin().send(new GetObjectCommand({ ...at(Key), VersionId }))).Body?.transformToString();

describe('objects', () => {
  test('are kept with type, tag and every version, whatever their keys are, and outlive a restart', async () => {
    const key = 'a folder/ä+b (1)!*.txt';
    const { VersionId } = await admin().send(put(key, 'first'));
    await admin().send(put(key, 'second'));
    expect(await textAt(key)).toBe('second');
    expect(await textAt(key, VersionId)).toBe('first');
    const head = await admin().send(new HeadObjectCommand(at(key)));
    expect(head).toMatchObject({ ContentType: 'text/plain', ContentLength: 6 });
    const reopened = openStore(folder, names);
    expect(reopened.get(Bucket, key)?.body.toString()).toBe('second');
    expect(reopened.get(Bucket, key, VersionId)?.body.toString()).toBe('first');
  });

  test('that were removed, or never were, are not there', async () => {
    await admin().send(put('gone'));
    await admin().send(new DeleteObjectCommand(at('gone')));
    await expect(admin().send(new GetObjectCommand(at('gone')))).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(openStore(folder, names).get(Bucket, 'gone')).toBeNull();
  });

  test('are in buckets that there are', async () => {
    await expect(admin().send(put('x', 'x', 'foyer-nowhere'))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });
});

describe('a call', () => {
  test.each([
    ['of a stranger', () => clientOf('FOYERLOCALNOBODY'), 'InvalidAccessKeyId'],
    ['with another secret', () => clientOf('FOYERLOCALADMIN', 'guess'), 'SignatureDoesNotMatch'],
    [
      'for another region',
      () => clientOf('FOYERLOCALADMIN', 'local', 'us-east-1'),
      'AuthorizationHeaderMalformed',
    ],
    ['of a function without the right', () => clientOf(accessKeyOf('reader')), 'AccessDenied'],
  ])('%s is refused with 403', async (_, client, name) => {
    await expect(client().send(put('refused'))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 403 },
    });
  });

  test('that nobody signed, or that was changed on its way, is refused', async () => {
    expect((await fetch(`${s3.url}/${Bucket}/x`)).status).toBe(403);
    const url = await getSignedUrl(admin(), new GetObjectCommand(at('x')), { expiresIn: 60 });
    expect((await fetch(url.replace('/x?', '/y?'))).status).toBe(403);
  });

  test('of a consumer puts dead letters under its prefix, and does nothing else', async () => {
    const consumer = clientOf(accessKeyOf('things'));
    await consumer.send(put('aws/lambda/things/1.json'));
    for (const refused of [
      put('aws/other'),
      put('aws/lambda/x', 'x', other),
      new GetObjectCommand(at('aws/lambda/things/1.json')),
    ])
      await expect(consumer.send(refused as PutObjectCommand)).rejects.toMatchObject({
        name: 'AccessDenied',
      });
    expect(reported.join('\n')).toContain(
      'not authorized to perform: s3:PutObject on resource: arn:aws:s3:::foyer-dead-letters/aws/other',
    );
  });

  test('for anything that we do not use is refused as not there', async () => {
    const url = await getSignedUrl(admin(), new GetObjectCommand(at('x')), { expiresIn: 60 });
    expect((await fetch(`${url}&tagging=`)).status).toBe(501);
  });
});

describe('a presigned download', () => {
  const sign = (expiresIn: number, signingDate = new Date()) =>
    getSignedUrl(
      admin(),
      new GetObjectCommand({ ...at('paper'), ResponseContentDisposition: 'attachment; filename="a.txt"' }),
      { expiresIn, signingDate },
    );

  test('opens with the name it was signed with', async () => {
    await admin().send(put('paper', 'words'));
    const response = await fetch(await sign(60));
    expect(await response.text()).toBe('words');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a.txt"');
  });

  test('is over when its time is', async () => {
    const response = await fetch(await sign(60, new Date(Date.now() - 61_000)));
    expect([response.status, await response.text()]).toEqual([403, expect.stringContaining('has expired')]);
  });
});

describe('ATK-24 an upload under a POST policy', () => {
  const key = 'uploads/u1';
  const signed = (Expires = 60) =>
    createPresignedPost(admin(), {
      Bucket,
      Key: key,
      Expires,
      Conditions: [
        ['content-length-range', 1, 10],
        ['eq', '$Content-Type', 'text/plain'],
      ],
      Fields: { 'Content-Type': 'text/plain' },
    });

  async function upload(
    changes: { fields?: Record<string, string>; file?: string; bucket?: string; expires?: number } = {},
  ) {
    const { url, fields } = await signed(changes.expires);
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...changes.fields })) form.set(name, value);
    form.set('file', new Blob([changes.file ?? 'ten bytes!']), 'a.txt');
    const target = changes.bucket ? url.replace(Bucket, changes.bucket) : url;
    const response = await fetch(target, { method: 'POST', body: form });
    return { status: response.status, text: await response.text() };
  }

  test('is taken as it was signed', async () => {
    expect((await upload()).status).toBe(204);
    expect(await textAt(key)).toBe('ten bytes!');
    const head = await admin().send(new HeadObjectCommand(at(key)));
    expect(head.ContentType).toBe('text/plain');
  });

  test.each([
    ['a bigger file', { file: 'eleven byte' }, 'EntityTooLarge'],
    ['an empty file', { file: '' }, 'EntityTooSmall'],
    ['another key', { fields: { key: 'uploads/u2' } }, 'Policy Condition failed: key'],
    ['another type', { fields: { 'Content-Type': 'text/html' } }, 'Policy Condition failed: content-type'],
    ['an extra field', { fields: { acl: 'public-read' } }, 'Extra input fields: acl'],
    ['a policy after its time', { expires: -1 }, 'Policy expired'],
    ['another bucket', { bucket: other }, 'Policy Condition failed: bucket'],
    [
      'a policy of one’s own',
      {
        fields: {
          Policy: Buffer.from('{"expiration":"2099-01-01T00:00:00Z","conditions":[]}').toString('base64'),
        },
      },
      'SignatureDoesNotMatch',
    ],
    ['another signature', { fields: { 'X-Amz-Signature': '0'.repeat(64) } }, 'SignatureDoesNotMatch'],
  ])('is refused with 403 for %s', async (_, changes, reason) => {
    const before = openStore(folder, names);
    const { status, text } = await upload(changes);
    expect([status, text]).toEqual([403, expect.stringContaining(reason)]);
    for (const bucket of names)
      expect(openStore(folder, names).list(bucket, '')).toEqual(before.list(bucket, ''));
  });

  test('is refused without a signature', async () => {
    const form = new FormData();
    form.set('key', key);
    form.set('file', new Blob(['x']));
    const response = await fetch(`${s3.url}/${Bucket}`, { method: 'POST', body: form });
    expect(response.status).toBe(403);
  });
});
