import { type RefObject, useMemo } from 'react';
import { useShortcuts } from './shortcuts.tsx';

/**
 * J and K move real focus from one record's link to the next, so Enter, ⌘-click and screen readers work
 * on it without more code; X ticks the row that has focus.
 */
export function useRowKeys(region: RefObject<HTMLElement | null>, selectable: boolean) {
  const keys = useMemo(() => {
    const rows = () => [...(region.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])];
    const current = (all: HTMLElement[]) => all.findIndex((row) => row.contains(document.activeElement));
    const move = (step: number) => {
      const all = rows();
      const at = current(all);
      const next = all.at(at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1));
      const target = next?.querySelector<HTMLElement>('a[href]') ?? next?.querySelector<HTMLElement>('input');
      target?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    };
    const tick = () => {
      const all = rows();
      const row = all.at(Math.max(current(all), 0));
      row?.querySelector<HTMLInputElement>('input[data-row-check]')?.click();
    };
    return { j: () => move(1), k: () => move(-1), ...(selectable ? { x: tick } : {}) };
  }, [region, selectable]);
  useShortcuts(keys);
}
