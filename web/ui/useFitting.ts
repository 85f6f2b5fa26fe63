import { type RefObject, useLayoutEffect, useState } from 'react';

/** How many children of a one-line list end before its right edge; `content` names what would change that. */
export function useFitting(list: RefObject<HTMLElement | null>, content: string): number {
  const [count, setCount] = useState(Number.MAX_SAFE_INTEGER);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const room = element.clientWidth + 1;
      const ends = [...element.children].map((child) =>
        child instanceof HTMLElement ? child.offsetLeft - element.offsetLeft + child.offsetWidth : 0,
      );
      const first = ends.findIndex((end) => end > room);
      setCount(first < 0 ? ends.length : first);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list, content]);

  return count;
}
