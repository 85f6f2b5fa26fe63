import { createContext, type ReactNode, useContext } from 'react';

export interface Access {
  has: (permission: string) => boolean;
}

/** Nothing is granted until the app says so. */
const AccessContext = createContext<Access>({ has: () => false });
export const AccessProvider = AccessContext.Provider;
export const useAccess = () => useContext(AccessContext);

export interface CanProps {
  /** One name, or several of which all are needed. */
  permission: string | string[];
  children: ReactNode;
  fallback?: ReactNode;
}

/** Leaves out what the reader may not do; the server checks again in any case. */
export function Can({ permission, children, fallback = null }: CanProps) {
  const { has } = useAccess();
  const needed = typeof permission === 'string' ? [permission] : permission;
  return needed.every(has) ? children : fallback;
}
