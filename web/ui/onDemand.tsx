import { type ComponentType, createElement, lazy, Suspense } from 'react';

/**
 * A part of a page that is read when it is first shown: what most visits never open stays out of the page's own
 * chunk. `read` fetches it ahead of time.
 */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>) {
  const Part: ComponentType<P> = lazy(async () => ({ default: await load() }));
  const OnDemand = (props: P) => <Suspense>{createElement(Part, props)}</Suspense>;
  return Object.assign(OnDemand, { read: () => void load().catch(() => {}) });
}
