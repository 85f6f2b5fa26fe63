import type { ReactNode } from 'react';
import classes from './Head.module.css';

/** Neutral label of 20 px: outlined for tags, filled for roles. */
export function Tag({ children, filled = false }: { children: ReactNode; filled?: boolean }) {
  return (
    <span className={classes.tag} data-filled={filled || undefined}>
      {children}
    </span>
  );
}
