import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ErrorPage } from '#ui/ErrorBoundary.tsx';
import classes from './shell.module.css';

/** A page that could not even begin, such as one whose chunk or access did not arrive. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const retry = () => {
    // A part of a release that is gone: only the new release, loaded whole, can go on.
    if (error instanceof TypeError && /module/.test(error.message)) return window.location.reload();
    queries.reset();
    reset();
    void router.invalidate();
  };
  return (
    <main className={classes.whole}>
      <ErrorPage error={error} onRetry={retry} />
    </main>
  );
}
