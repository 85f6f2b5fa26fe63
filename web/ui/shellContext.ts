import { createContext, useContext } from 'react';

interface ShellState {
  workspaceName: string;
  /** Place in the top bar that pages fill through `TopBarSlot`. */
  topSlot: HTMLElement | null;
}

export const ShellContext = createContext<ShellState>({ workspaceName: '', topSlot: null });
export const useShell = () => useContext(ShellContext);
