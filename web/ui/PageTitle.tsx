import { type RefObject, useEffect, useRef } from 'react';
import classes from './Head.module.css';
import { useShell } from './shellContext.ts';

/** The first page keeps the browser's own focus; every later one hands it to its heading. */
let moved = false;

/** Hands the focus to the first heading in `place` when a page appears, or another record in the same page. */
export function useHeadingFocus(place: RefObject<HTMLElement | null>, focusKey = '') {
  useEffect(() => {
    const here = place.current;
    if (moved) (here?.matches('h1') ? here : here?.querySelector('h1'))?.focus({ preventScroll: true });
    moved = true;
  }, [place, focusKey]);
}

export interface PageTitleProps {
  title: string;
  /** Set to the record's id where one page component shows several records. */
  focusKey?: string | undefined;
  className?: string | undefined;
}

/** The page's only `h1`, with `document.title` "Page · Workspace". */
export function PageTitle({ title, focusKey = '', className }: PageTitleProps) {
  const { workspaceName } = useShell();
  const heading = useRef<HTMLHeadingElement>(null);

  useHeadingFocus(heading, focusKey);

  return (
    <>
      <title>{workspaceName ? `${title} · ${workspaceName}` : title}</title>
      <h1 ref={heading} tabIndex={-1} className={className ?? classes.title}>
        {title}
      </h1>
    </>
  );
}
