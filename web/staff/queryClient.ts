import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#contracts/client.ts';

/** A second try helps only where nobody answered or a part was down; a refusal stays one. */
const passing = (error: unknown) => error instanceof ApiError && (error.status === 0 || error.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 1 && passing(error),
      retryDelay: 500,
      // The API is on this origin: a machine without a network may still reach it.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
