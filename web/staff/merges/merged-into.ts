import { ApiError } from '#contracts/client.ts';
import type { ClientId } from '#contracts/ids.ts';

/** Whoever asks for a client that was merged is told into which one. */
export const mergedInto = (error: unknown): ClientId | null =>
  error instanceof ApiError && error.code === 'client_merged'
    ? (error.problem?.mergedInto as ClientId)
    : null;
