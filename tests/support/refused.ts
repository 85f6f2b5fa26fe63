import { ApiError } from '#contracts/client.ts';
import type { Problem } from '#contracts/errors.ts';

/** The problem with which a call was refused; a call that was not is an error. */
export async function refusalOf(call: Promise<unknown>): Promise<Problem | null> {
  const error = await call.then(
    () => new Error('was not refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw error;
  return error.problem;
}

/** Status and code with which a call was refused. */
export async function refused(call: Promise<unknown>): Promise<[number, string | undefined]> {
  const problem = await refusalOf(call);
  return [problem?.status ?? 0, problem?.code];
}
