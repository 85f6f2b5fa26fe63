import { createContext, useContext, useEffect } from 'react';

/** Single-key shortcuts can be switched off in the profile (WCAG 2.1.4). */
const ShortcutsContext = createContext(true);
export const ShortcutsProvider = ShortcutsContext.Provider;

const pause = 900;
const fields = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"]';

function inField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${fields}, [role="menu"], [role="listbox"]`) !== null;
}

/**
 * Keys like `c`, `?` or sequences like `g c`. Silent in fields, menus and open dialogs.
 * Give a stable object (`useMemo`), as the listener is renewed when it changes.
 */
export function useShortcuts(keys: Record<string, () => void>) {
  const enabled = useContext(ShortcutsContext);

  useEffect(() => {
    if (!enabled) return;
    let held = '';
    let heldAt = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (inField(event.target) || document.querySelector('[aria-modal="true"]')) return;
      const now = Date.now();
      const sequence = held !== '' && now - heldAt < pause ? `${held} ${event.key}` : event.key;
      const run = keys[sequence] ?? keys[event.key];
      held = event.key;
      heldAt = now;
      if (!run) return;
      held = '';
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled, keys]);
}
