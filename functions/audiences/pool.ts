import { JwtVerifier } from 'aws-jwt-verify';
import type { Claims } from '../runtime/admission.ts';

/**
 * Verifies access tokens of one user pool: signature, issuer, times, `token_use: access` and the app client.
 * The keys come from the issuer; the local cloud, which is no https site, hands them over.
 * @returns a function from token to what it claims, which throws on any doubt
 */
export function poolVerifier(prefix: 'FOYER_STAFF' | 'FOYER_PORTAL'): (token: string) => Promise<Claims> {
  const load = once(() => {
    const [issuer, clientId] = [variable(`${prefix}_ISSUER`), variable(`${prefix}_CLIENT`)];
    const verifier = JwtVerifier.create({
      issuer,
      audience: null,
      customJwtCheck: ({ payload }) => {
        // A token without an end would never be refused; the library looks at `exp` only when it is there.
        if (payload.exp === undefined) throw new Error('token without an end');
        if (payload.token_use !== 'access') throw new Error(`token_use is ${String(payload.token_use)}`);
        if (payload.client_id !== clientId) throw new Error('token of another app client');
      },
    });
    const keys = process.env[`${prefix}_JWKS`];
    if (keys) verifier.cacheJwks(JSON.parse(keys));
    return verifier;
  });
  return async (token) => {
    const { sub, 'cognito:groups': groups } = await load().verify(token);
    if (!sub) throw new Error('token without a subject');
    return { subject: sub, groups: Array.isArray(groups) ? groups.map(String) : [] };
  };
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** Made with the first request, not at import: a cold start of a test or a tool needs no pool. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
