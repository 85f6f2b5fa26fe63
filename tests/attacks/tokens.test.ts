import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, decodeProtectedHeader, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import { clients } from '#contracts/routes/clients.ts';
import { staffAuth } from '#contracts/routes/staff-auth.ts';
import { staffMe } from '#contracts/routes/staff-me.ts';
import { mint } from '../faults/order.ts';
import { bearer, givenWorkspace, password, send, whereabouts } from '../support/given.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let claims: Record<string, unknown>;
let kid: string;
let fetches = 0;
/** Stands where a forged header says that keys are; nobody may ever come. */
const lure = createServer((_request, response) => {
  fetches += 1;
  response.end('{"keys":[]}');
});
let lureUrl: string;

beforeAll(async () => {
  given = await givenWorkspace();
  claims = decodeJwt(given.token);
  kid = decodeProtectedHeader(given.token).kid ?? '';
  await new Promise<void>((resolve) => lure.listen(0, '127.0.0.1', resolve));
  lureUrl = `http://127.0.0.1:${(lure.address() as AddressInfo).port}/keys.json`;
});
afterAll(() => lure.close());

const minted = async (changed: object, pool = whereabouts().staffPool) =>
  (await mint(pool, { ...claims, ...changed })).token;
const now = () => Math.floor(Date.now() / 1000);

/** Outside a workspace and inside one: refused alike, and told nothing. */
async function expectRefused(token: string) {
  for (const path of [staffMe.get.path, urlOf(clients.list, { params: given })]) {
    const { status, json } = await send('GET', path, { headers: bearer(token) });
    expect([status, json.code, json.detail]).toEqual([401, 'unauthenticated', undefined]);
  }
}

test('a token minted for a test is as good as a real one', async () => {
  const { status } = await send('GET', staffMe.get.path, { headers: bearer(await minted({})) });
  expect(status).toBe(200);
});

describe('ATK-1 a token out of its time', () => {
  test('expired', async () => expectRefused(await minted({ iat: now() - 1_000, exp: now() - 10 })));
  test('without an end', async () => expectRefused(await minted({ exp: undefined })));
  test('not yet valid', async () => expectRefused(await minted({ nbf: now() + 600 })));
});

describe('ATK-2 a forged token', () => {
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

  test.each(['none', 'None', 'NONE', ''])('with the algorithm %j, signed by nobody', async (alg) => {
    for (const signature of ['', 'x']) {
      await expectRefused(`${base64({ alg, kid, typ: 'JWT' })}.${base64(claims)}.${signature}`);
    }
  });

  test('HS256 with the public key as the secret', async () => {
    const { keys } = await mint(whereabouts().staffPool, {});
    const [jwk = {}] = keys;
    const pem = await exportSPKI((await importJWK(jwk, 'RS256', { extractable: true })) as CryptoKey);
    for (const secret of [pem, pem.trim(), JSON.stringify(jwk), String(jwk.n)]) {
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', kid })
        .sign(new TextEncoder().encode(secret));
      await expectRefused(forged);
    }
  });

  test('with a key of its own, whatever the header says of where to find it; nothing is fetched', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { kty: 'RSA', ...(await crypto.subtle.exportKey('jwk', publicKey)) };
    const headers = [
      { kid: 'unknown' },
      { kid },
      { kid: lureUrl },
      { kid: '../../../../dev/null' },
      { kid: 'unknown', jku: lureUrl },
      { kid: 'unknown', x5u: lureUrl },
      { kid, jku: lureUrl, x5u: lureUrl, jwk },
      {},
    ];
    for (const header of headers) {
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', ...header })
        .sign(privateKey);
      await expectRefused(forged);
    }
    expect(fetches).toBe(0);
  });

  test('of another issuer, signed with the right key', async () => {
    await expectRefused(await minted({ iss: 'https://cognito-idp.local.amazonaws.com/other' }));
    await expectRefused(await minted({ iss: [claims.iss] }));
  });

  test('of the portal pool that says it is of the staff pool', async () =>
    expectRefused(await minted({}, whereabouts().portalPool)));
});

describe('ATK-4 a real token of the wrong kind', () => {
  test('of another app client of the right pool', async () => {
    await expectRefused(await minted({ client_id: 'another-app' }));
    await expectRefused(await minted({ client_id: undefined, aud: claims.client_id }));
  });

  test('an ID token where access is due', async () => {
    const { client_id, ...rest } = claims;
    const { token } = await mint(whereabouts().staffPool, { ...rest, token_use: 'id', aud: client_id });
    await expectRefused(token);
    await expectRefused(await minted({ token_use: 'id' }));
    await expectRefused(await minted({ token_use: undefined }));
  });

  test('without a subject', async () => expectRefused(await minted({ sub: undefined })));

  test('a refresh token as bearer', async () => {
    const { headers } = await send('POST', staffAuth.signIn.path, {
      body: { email: given.person.email, password },
    });
    const refresh = /__Host-foyer-staff=([^;]+)/.exec(String(headers['set-cookie']))?.[1] ?? '';
    expect(refresh.length).toBeGreaterThan(20);
    await expectRefused(refresh);
  });
});
