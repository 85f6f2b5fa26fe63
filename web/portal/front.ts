import { createContext, useContext } from 'react';
import type { PortalBootstrap } from '#contracts/schemas/portal.ts';

const FrontContext = createContext<PortalBootstrap | null>(null);
export const FrontProvider = FrontContext.Provider;

/** The firm whose portal this is. */
export function useFront(): PortalBootstrap {
  const front = useContext(FrontContext);
  if (!front) throw new Error('useFront is for pages of a portal that is somebody’s');
  return front;
}
