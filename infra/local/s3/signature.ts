import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { region, secretAccessKey } from '../names.ts';
import { denied, S3Refusal } from './refusal.ts';

/** Signature version 4 as S3 checks it: in headers, in the query of a presigned URL, and under a POST policy. */

const ALGORITHM = 'AWS4-HMAC-SHA256';
const SKEW_MS = 15 * 60_000;
const LONGEST_LIFE_SECONDS = 7 * 24 * 3600;

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** RFC 3986: what `encodeURIComponent` leaves is encoded too. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

interface Credential {
  accessKey: string;
  scope: string;
  day: string;
}

/** `AKIA…/20261122/eu-central-1/s3/aws4_request`. @throws {S3Refusal} for another region or service */
function credentialIn(text: string): Credential {
  const [accessKey = '', day = '', where, service, end] = text.split('/');
  if (where !== region || service !== 's3' || end !== 'aws4_request')
    throw new S3Refusal(
      403,
      'AuthorizationHeaderMalformed',
      'The credential is of another region or service.',
    );
  return { accessKey, day, scope: [day, where, service, end].join('/') };
}

const signingKey = ({ day }: Credential) =>
  ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secretAccessKey}`, day), region));

/** @throws {S3Refusal} `SignatureDoesNotMatch` */
function check(credential: Credential, text: string, signature: string): string {
  const [wanted, given] = [hmac(signingKey(credential), text), Buffer.from(signature, 'hex')];
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given))
    throw new S3Refusal(403, 'SignatureDoesNotMatch', 'The signature does not match the request.');
  return credential.accessKey;
}

/** `20261122T093000Z` in milliseconds. */
const instantOf = (text: string) =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

interface SignedRequest {
  method: string;
  /** As it came, encoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

function stringToSign(
  { method, path, query, headers }: SignedRequest,
  signed: { names: string; at: string; scope: string; payload: string },
): string {
  const canonicalQuery = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const lines = signed.names
    .split(';')
    .map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}\n`,
    )
    .join('');
  const canonical = [method, path, canonicalQuery, lines, signed.names, signed.payload].join('\n');
  return [ALGORITHM, signed.at, signed.scope, sha256(canonical)].join('\n');
}

/**
 * Whose access key has signed a request.
 * @throws {S3Refusal} for one that nobody signed, that was changed since, or whose time is over
 */
export function signerOf(request: SignedRequest): string {
  return request.query.has('X-Amz-Signature') ? presigned(request) : byHeader(request);
}

function byHeader(request: SignedRequest): string {
  const { headers, body } = request;
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    );
  if (!given) throw denied();
  const [, credentialText = '', names = '', signature = ''] = given;
  const credential = credentialIn(credentialText);
  const at = String(headers['x-amz-date'] ?? '');
  if (!(Math.abs(Date.now() - instantOf(at)) <= SKEW_MS))
    throw new S3Refusal(403, 'RequestTimeTooSkewed', 'The request is of another time.');
  const payload = String(headers['x-amz-content-sha256'] ?? '');
  if (payload.startsWith('STREAMING'))
    throw new S3Refusal(501, 'NotImplemented', 'Bodies in signed chunks are not taken here.');
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body))
    throw new S3Refusal(400, 'XAmzContentSHA256Mismatch', 'The body is not the one that was signed.');
  return check(credential, stringToSign(request, { names, at, scope: credential.scope, payload }), signature);
}

function presigned(request: SignedRequest): string {
  const of = (name: string) => request.query.get(`X-Amz-${name}`) ?? '';
  const credential = credentialIn(of('Credential'));
  const [at, life] = [of('Date'), Number(of('Expires'))];
  if (!(life > 0 && life <= LONGEST_LIFE_SECONDS)) throw denied('X-Amz-Expires is out of range');
  const names = of('SignedHeaders');
  const payload = 'UNSIGNED-PAYLOAD';
  const signer = check(
    credential,
    stringToSign(request, { names, at, scope: credential.scope, payload }),
    of('Signature'),
  );
  if (!(Date.now() <= instantOf(at) + life * 1000)) throw denied('Request has expired');
  return signer;
}

/** Whose access key has signed a POST policy. @throws {S3Refusal} */
export function policySignerOf(field: (name: string) => string): string {
  if (field('x-amz-algorithm') !== ALGORITHM) throw denied();
  return check(credentialIn(field('x-amz-credential')), field('policy'), field('x-amz-signature'));
}
