import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#contracts/client.ts';

/** A second try helps only where nobody answered or a part was down; a refusal stays one. */
const isPassing = (error: unknown) =>
  error instanceof ApiError && (error.status === 0 || error.status === 503);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => failures < 1 && isPassing(error),
      retryDelay: 500,
      // Whether the network is there is found out by asking; the browser's own opinion is often wrong.
      networkMode: 'always',
    },
  },
});
