import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { escapeHtml } from '#infra/html.ts';
import { readBody } from '../bodies.ts';
import { listen, shut } from '../ports.ts';
import { enforce } from './policy.ts';
import { denied, S3Refusal } from './refusal.ts';
import { policySignerOf, signerOf } from './signature.ts';
import type { Facts, Store } from './store.ts';

interface S3Options {
  store: Store;
  /** Whether who signs with this access key may do this, such as `s3:GetObject`; says no by throwing. */
  permit(accessKey: string, action: string, bucket: string, key: string): void;
  report(line: string): void;
}

/** More than any upload that we allow. */
const LARGEST_BODY = 256 * 1024 * 1024;

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  bucket: string;
  key: string;
  query: URLSearchParams;
  body: Buffer;
}

/** The part of S3 that we use, with paths instead of host names for buckets; every call is signed. */
export async function startS3(options: S3Options): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error) => refuse(options, response, error));
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, close: () => shut(server) };
}

async function answer(options: S3Options, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request, LARGEST_BODY);
  if (!body) throw new S3Refusal(400, 'EntityTooLarge', 'The body is too large.');
  const [path = '/', search = ''] = (request.url ?? '/').split('?');
  const [, bucket = '', ...rest] = path.split('/').map(decoded);
  const query = new URLSearchParams(search);
  const asked: Asked = { request, response, bucket, key: rest.join('/'), query, body };
  const method = request.method ?? 'GET';
  if (method === 'POST' && asked.key === '') return postForm(options, asked);

  const operation = operations[method];
  if (!operation || asked.key === '' || asksForMore(asked)) throw notThere();
  const signer = signerOf({ method, path, query, headers: request.headers, body });
  const version = query.get('versionId') ? operation.actionOfVersion : operation.action;
  options.permit(signer, `s3:${version}`, bucket, asked.key);
  requireBucket(options.store, bucket);
  operation.run(options.store, asked);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new S3Refusal(400, 'InvalidURI', 'The address cannot be read.');
  }
}

const notThere = () => new S3Refusal(501, 'NotImplemented', 'This operation is not there.');

/** Parameters of the query that do not make it another operation, such as setting tags. */
const harmless = /^(versionId|x-id|X-Amz-[\w-]+|response-content-(type|disposition))$/i;

const asksForMore = ({ request, query }: Asked): boolean =>
  [...query.keys()].some((name) => !harmless.test(name)) || 'x-amz-copy-source' in request.headers;

function requireBucket(store: Store, bucket: string): void {
  if (!store.has(bucket)) throw new S3Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
}

interface Operation {
  action: string;
  actionOfVersion: string;
  run(store: Store, asked: Asked): void;
}

const reading: Operation = {
  action: 'GetObject',
  actionOfVersion: 'GetObjectVersion',
  run(store, { request, response, bucket, key, query }) {
    const found = store.get(bucket, key, query.get('versionId') ?? undefined);
    if (!found) throw new S3Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
    response.writeHead(200, {
      ...headersOf(found),
      'content-type': query.get('response-content-type') ?? found.contentType,
      'content-length': found.size,
      'last-modified': new Date(found.at).toUTCString(),
      ...(query.has('response-content-disposition') && {
        'content-disposition': query.get('response-content-disposition') ?? '',
      }),
    });
    response.end(request.method === 'HEAD' ? undefined : found.body);
  },
};

const operations: Record<string, Operation> = {
  GET: reading,
  HEAD: reading,
  PUT: {
    action: 'PutObject',
    actionOfVersion: 'PutObject',
    run(store, { request, response, bucket, key, body }) {
      const contentType = request.headers['content-type'] ?? 'application/octet-stream';
      response.writeHead(200, headersOf(store.put(bucket, key, { body, contentType }))).end();
    },
  },
  DELETE: {
    action: 'DeleteObject',
    actionOfVersion: 'DeleteObjectVersion',
    run(store, { response, bucket, key, query }) {
      if (query.has('versionId')) throw notThere();
      store.remove(bucket, key);
      response.writeHead(204).end();
    },
  },
};

const headersOf = ({ etag, versionId }: Facts) => ({ etag: `"${etag}"`, 'x-amz-version-id': versionId });

/** An upload of a browser: a form with a policy that a function has signed, and the file behind it. */
async function postForm(
  { store, permit }: S3Options,
  { request, response, bucket, body }: Asked,
): Promise<void> {
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  const file = form?.get('file');
  if (!form || !(file instanceof Blob))
    throw new S3Refusal(400, 'MalformedPOSTRequest', 'The body is no form with a file.');
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    const field = name.toLowerCase();
    // Of two fields of one name, one would be checked and the other be used.
    if (fields.has(field)) throw denied(`The field ${field} is there twice`);
    if (typeof value === 'string') fields.set(field, value);
  }
  const of = (name: string) => fields.get(name) ?? '';
  const signer = policySignerOf(of);
  enforce(of('policy'), new Map([...fields, ['bucket', bucket]]), file.size);
  permit(signer, 's3:PutObject', bucket, of('key'));
  requireBucket(store, bucket);
  const contentType = of('content-type') || 'application/octet-stream';
  const stored = store.put(bucket, of('key'), { body: Buffer.from(await file.arrayBuffer()), contentType });
  response.writeHead(204, headersOf(stored)).end();
}

function refuse({ report }: S3Options, response: ServerResponse, error: unknown): void {
  if (!(error instanceof S3Refusal)) report(`s3: ${error instanceof Error ? error.stack : error}`);
  const { status, code, message } =
    error instanceof S3Refusal
      ? error
      : new S3Refusal(500, 'InternalError', 'We encountered an internal error.');
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeHtml(message)}</Message></Error>`,
  );
}
