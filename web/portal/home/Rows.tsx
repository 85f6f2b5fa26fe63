import type { ReactNode } from 'react';
import classes from './home.module.css';

export type RowTone = 'ok' | 'warn' | 'idle' | 'plain';

interface RowProps {
  icon: ReactNode;
  tone?: RowTone;
  title: ReactNode;
  /** Second line, dimmed. */
  detail: ReactNode;
}

/** The portal's usual line: a tile, what it is, and one short fact about it. */
export function Row({ icon, tone = 'plain', title, detail }: RowProps) {
  return (
    <li className={classes.row}>
      <span className={classes.tile} data-tone={tone} aria-hidden="true">
        {icon}
      </span>
      <span className={classes.rowText}>
        <span className={classes.rowTitle}>{title}</span>
        <span className={classes.rowDetail}>{detail}</span>
      </span>
    </li>
  );
}
