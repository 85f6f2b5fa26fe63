import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Refusal } from '#contracts/errors.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const [NONCE, TAG] = [12, 16];

/**
 * Seals the position of a list into a cursor that only the same actor, in the same workspace, asking the same
 * question, can open within a day (AES-256-GCM; the binding is the authenticated data).
 */
export function sealCursor(secret: string, binding: string, position: string, now: number): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(binding));
  const sealed = Buffer.concat([cipher.update(JSON.stringify([now + DAY_MS, position])), cipher.final()]);
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** @throws {Refusal} `bad_cursor` for any cursor that was not made for exactly this question, or is a day old */
export function openCursor(secret: string, binding: string, cursor: string, now: number): string {
  try {
    const bytes = Buffer.from(cursor, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(binding))
      .setAuthTag(bytes.subarray(-TAG));
    const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
    const [until, position] = JSON.parse(opened.toString()) as [number, string];
    if (until > now) return position;
  } catch {
    // Whatever was wrong with it is nobody's business but ours.
  }
  throw new Refusal('bad_cursor');
}

const keyOf = (secret: string) => createHash('sha256').update(`cursor:${secret}`).digest();
