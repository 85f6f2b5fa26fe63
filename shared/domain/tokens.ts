import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link: 256 random bits in base64url. It stands in the mail and nowhere else. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: enough to know it again, useless to whoever reads it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
