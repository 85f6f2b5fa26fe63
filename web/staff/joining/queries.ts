import { queryOptions } from '@tanstack/react-query';
import { createApi } from '#contracts/client.ts';
import { routes } from '#contracts/routes.ts';
import type { InvitationFace } from '#contracts/schemas/invitation.ts';
import type { Session } from '#contracts/schemas/session.ts';
import { preferences } from '../preferences.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { meQuery } from '../session/me.ts';
import { session } from '../session/session.ts';

/** Whoever holds the link is nobody yet: these calls carry no token. */
const { joining } = createApi(
  { joining: routes.joining },
  { fetch: (input, init) => fetch(input, init), token: () => null },
);

/** What an invitation says; looking changes nothing. */
export const invitationFace = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: async ({ signal }): Promise<InvitationFace> =>
      bodyOf(await joining.look({ body: { token }, signal })),
    staleTime: 0,
  });

/** Joins as somebody new and is signed in by it. @throws {ApiError} */
export async function acceptAsNew(token: string, name: string, password: string): Promise<void> {
  const answer = await joining.acceptAsNew({ body: { token, name, password } });
  session.accept(bodyOf<Session>(answer));
}

/** Joins with the account that is signed in, and goes into the workspace that was joined. @throws {ApiError} */
export async function acceptAsMyself(token: string): Promise<void> {
  const before = await queryClient.fetchQuery(meQuery);
  await api.joiningAsMyself.accept({ body: { token } });
  const after = await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
  const known = new Set(before.workspaces.map(({ id }) => id));
  const joined = after.workspaces.find(({ id }) => !known.has(id));
  if (joined) preferences.set({ workspace: joined.id });
}
