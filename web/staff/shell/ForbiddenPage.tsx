import { lazy, Suspense } from 'react';
import type { Permission } from '#contracts/permissions.ts';

const Forbidden = lazy(() =>
  import('../access/Forbidden.tsx').then((module) => ({ default: module.Forbidden })),
);

/** The 403 page. What explains it is loaded with the first refusal: most people never meet one. */
export function ForbiddenPage(props: { permission: Permission }) {
  return (
    <Suspense fallback={null}>
      <Forbidden {...props} />
    </Suspense>
  );
}
