import { lazy, Suspense } from 'react';
import type { NotFoundProps } from '../access/NotFound.tsx';

const NotFound = lazy(() =>
  import('../access/NotFound.tsx').then((module) => ({ default: module.NotFound })),
);

/** The 404 page, loaded when there is one to show. */
export function NotFoundPage(props: NotFoundProps) {
  return (
    <Suspense fallback={null}>
      <NotFound {...props} />
    </Suspense>
  );
}
