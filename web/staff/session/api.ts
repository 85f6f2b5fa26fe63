import { type Answer, createApi } from '#contracts/client.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { routes } from '#contracts/routes.ts';
import { session } from './session.ts';

type AccessListener = (workspaceId: WorkspaceId, version: number) => void;
let onAccess: AccessListener = () => {};

/** Every answer tells the version of the asker's access; whoever keeps the access listens here. */
export const listenToAccess = (listener: AccessListener) => {
  onAccess = listener;
};

async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await session.fetch(input, init);
  const version = response.headers.get('x-access-version');
  const workspaceId = /\/(ws_\w+)/.exec(String(input))?.[1];
  if (version !== null && workspaceId) onAccess(workspaceId as WorkspaceId, Number(version));
  return response;
}

/** The API as the person who is signed in. */
export const api = createApi(routes, { fetch: send, token: session.token });

/** The body of an answer that always has one. */
export function bodyOf<T>(answer: Answer<T>): T {
  if (answer.data === null) throw new Error('The answer has no body');
  return answer.data;
}
