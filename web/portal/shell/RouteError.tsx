import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Frame } from './Frame.tsx';
import { QueryError } from './QueryError.tsx';

/** A page that could not even begin, as when nobody answers whether the person is signed in. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Frame>
      <QueryError error={error} onRetry={retry} />
    </Frame>
  );
}
