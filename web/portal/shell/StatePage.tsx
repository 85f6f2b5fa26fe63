import { type ReactNode, useRef } from 'react';
import { useHeadingFocus } from '#ui/PageTitle.tsx';
import { useShell } from '#ui/shellContext.ts';
import classes from './shell.module.css';

/** Frame of pages that stand in for another one: document title and focus as on every page. */
export function StatePage({ title, children }: { title: string; children: ReactNode }) {
  const { workspaceName } = useShell();
  const box = useRef<HTMLDivElement>(null);

  useHeadingFocus(box);

  return (
    <div ref={box} className={classes.state}>
      <title>{workspaceName ? `${title} · ${workspaceName}` : title}</title>
      {children}
    </div>
  );
}
