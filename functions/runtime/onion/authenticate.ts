import { timingSafeEqual } from 'node:crypto';
import { Refusal } from '#contracts/errors.ts';
import type { Admission } from '../admission.ts';
import { env } from '../env.ts';
import type { Layer } from '../layer.ts';

/** Origin secret first, then the token of the audience's pool; nothing else is looked at before. */
export function authenticate(audience: Admission): Layer {
  return {
    before: async ({ event, context: { turn } }) => {
      assertOrigin(event.headers['x-foyer-origin']);
      assertSameSite(event.headers);
      if (!audience.identify) return;
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(event.headers.authorization ?? '')?.[1];
      if (!token) throw new Refusal('unauthenticated', { internal: 'no bearer token' });
      try {
        Object.assign(turn, await audience.identify(token));
      } catch (error) {
        throw new Refusal('unauthenticated', {
          internal: error instanceof Error ? error.message : 'bad token',
        });
      }
    },
  };
}

/** The request came through our CloudFront; two secrets are valid while one is rotated. */
function assertOrigin(sent = ''): void {
  const secrets = env('FOYER_ORIGIN_SECRETS').split(',');
  const known = secrets.map((secret) => equal(sent, secret)).some(Boolean);
  if (!known) throw new Refusal('forbidden', { internal: 'request did not come through the front door' });
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A browser that says it comes from another site is refused: cookies must not be lent out (CSRF). */
function assertSameSite(headers: Partial<Record<string, string>>): void {
  const { origin } = headers;
  if (!origin) return;
  const host = headers['x-foyer-host'];
  const from = URL.canParse(origin) ? new URL(origin).hostname : null;
  if (from !== host) throw new Refusal('forbidden', { internal: `origin ${origin} is not ${host}` });
}
