import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';

/** What asks before something is closed. */
export interface CloseGuard {
  isDirty: () => boolean;
  /** Asks, and goes on when what was entered may be lost. */
  ask: (goOn: () => void) => void;
}

interface Closing {
  /** Closes, once whoever guards it has nothing against it. */
  close: () => void;
  /** @returns what takes the guard away again */
  guardBy: (guard: CloseGuard) => () => void;
}

const ClosingContext = createContext<Closing | null>(null);

/**
 * What can be closed, as a drawer is: Esc, ×, its overlay and Cancel run `close`, which asks the guards that stand
 * inside of `Closable`, and those of what is closable inside of it.
 */
export function useClosing(onClose: () => void) {
  const outer = useContext(ClosingContext);
  const last = useRef(onClose);
  last.current = onClose;
  const closing = useMemo((): Closing => {
    const guards = new Set<CloseGuard>();
    const close = () => {
      const dirty = [...guards].find(({ isDirty }) => isDirty());
      if (dirty) dirty.ask(close);
      else last.current();
    };
    const guardBy = (guard: CloseGuard) => {
      guards.add(guard);
      const letOuterGo = outer?.guardBy(guard);
      return () => {
        guards.delete(guard);
        letOuterGo?.();
      };
    };
    return { close, guardBy };
  }, [outer]);
  return closing;
}

/** Around everything that goes when `closing` is closed. */
export const Closable = ({ closing, children }: { closing: Closing; children: ReactNode }) => (
  <ClosingContext value={closing}>{children}</ClosingContext>
);

/** Guards whatever closes around the caller; nothing does on a page. */
export function useCloseGuard(guard: CloseGuard): void {
  const closing = useContext(ClosingContext);
  const last = useRef(guard);
  last.current = guard;
  useEffect(
    () =>
      closing?.guardBy({
        isDirty: () => last.current.isDirty(),
        ask: (goOn) => last.current.ask(goOn),
      }),
    [closing],
  );
}
