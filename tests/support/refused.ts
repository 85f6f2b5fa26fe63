import { ApiError } from '#contracts/client.ts';

/** Status and code with which a call was refused; a call that was not is an error. */
export async function refused(call: Promise<unknown>): Promise<[number, string | undefined]> {
  const error = await call.then(
    () => new Error('was not refused'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiError)) throw error;
  return [error.status, error.problem?.code];
}
