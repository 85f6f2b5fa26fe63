import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../session/api.ts';

/** Whether a code of an authenticator is asked for at sign-in. */
export const totpQuery = queryOptions({
  queryKey: ['totp'],
  queryFn: async ({ signal }) => bodyOf(await api.staffTotp.get({ signal })),
});
