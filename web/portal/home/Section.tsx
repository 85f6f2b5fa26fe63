import { type ReactNode, useId } from 'react';
import classes from './home.module.css';

/** A heading and the card under it. `area` is its place where the page has two columns. */
export function Section({ title, area, children }: { title: string; area: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} style={{ gridArea: area }}>
      <h2 id={id} className={classes.heading}>
        {title}
      </h2>
      <div className={classes.card}>{children}</div>
    </section>
  );
}
