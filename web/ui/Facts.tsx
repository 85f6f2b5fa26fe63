import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export interface Fact {
  id: string;
  label: string;
  /** An absent value shows as a dash, so that gaps are seen. */
  value: ReactNode;
}

/** Facts of a record as a `dl`: down the first column, then down the second. */
export function Facts({ items, columns = 2 }: { items: Fact[]; columns?: 1 | 2 }) {
  const rows = Math.ceil(items.length / columns);
  return (
    <dl
      className={classes.facts}
      data-columns={columns}
      style={{ gridTemplateRows: `repeat(${rows}, auto)` }}
    >
      {items.map((item) => (
        <div key={item.id} className={classes.fact}>
          <dt>{item.label}</dt>
          <dd>{item.value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
