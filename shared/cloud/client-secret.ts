import { createHmac } from 'node:crypto';
import { Refusal } from '#contracts/errors.ts';
import type { Pool } from './sessions.ts';

/**
 * What proves to the pool that a call comes from us. It goes with a user name, and must be made of the very
 * spelling that the same call carries.
 */
export const secretHash = ({ clientId, clientSecret }: Pool, username: string): string =>
  createHmac('sha256', clientSecret)
    .update(username + clientId)
    .digest('base64');

type Parameters = Record<string, string> | undefined;

/**
 * A challenge to hand out, with the name it is to be answered under. People sign in with an address; where the
 * pool tells the name behind it, answers and their hashes must bear that one.
 */
export function sealed(session: string, email: string, parameters?: Parameters): string {
  const username = parameters?.USERNAME ?? parameters?.USER_ID_FOR_SRP ?? email;
  return `${Buffer.from(JSON.stringify([email, username])).toString('base64url')}.${session}`;
}

/**
 * A challenge that came back. For another address than it was handed out for there is no name but the address,
 * and the pool refuses that.
 * @throws {Refusal} `unauthenticated` for what we never handed out
 */
export function opened(challenge: string, email: string): { Session: string; username: string } {
  const [names = '', ...rest] = challenge.split('.');
  try {
    const [asked, username] = JSON.parse(Buffer.from(names, 'base64url').toString());
    const Session = rest.join('.');
    if (typeof username === 'string' && Session)
      return { Session, username: asked === email ? username : email };
  } catch {
    // A cookie that we did not write is as good as none.
  }
  throw new Refusal('unauthenticated', { internal: 'a challenge of somebody else’s making' });
}
