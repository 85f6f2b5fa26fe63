import { createHmac } from 'node:crypto';
import { CognitoError } from './errors.ts';
import type { Pool } from './pool.ts';
import { digest, sameDigest } from './secrets.ts';

/**
 * Holds a SECRET_HASH against the app client's secret and the name in the same request: an e-mail address and
 * the sub it stands for have different hashes. Throws NotAuthorizedException, before anything else is looked at.
 */
export function checkSecretHash({ spec }: Pool, username: string, given: string | undefined): void {
  if (!given) {
    const message = `Client ${spec.clientId} is configured with secret but SECRET_HASH was not received`;
    throw new CognitoError('NotAuthorizedException', message);
  }
  const expected = createHmac('sha256', spec.clientSecret)
    .update(username + spec.clientId)
    .digest('base64');
  if (!sameDigest(digest(given), digest(expected))) {
    const message = `SecretHash does not match for the client: ${spec.clientId}`;
    throw new CognitoError('NotAuthorizedException', message);
  }
}

/** Whether the secret itself was sent, as the operations ask that know no user name. */
export const hasClientSecret = ({ spec }: Pool, given: string | undefined): boolean =>
  given !== undefined && sameDigest(digest(given), digest(spec.clientSecret));
