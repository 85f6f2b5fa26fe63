import { type ReactNode, useId } from 'react';
import classes from './Card.module.css';

export interface CardProps {
  title: ReactNode;
  /** Count or short fact after the title. */
  count?: ReactNode;
  action?: ReactNode;
  /** No inset, for rows and tables that bring their own. */
  flush?: boolean;
  children: ReactNode;
}

/** Hairline box with a title line; never coloured, never with a shadow. */
export function Card({ title, count, action, flush = false, children }: CardProps) {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {count === undefined ? null : <span className={classes.count}>{count}</span>}
        {action ? (
          <div className={classes.action} data-print="hide">
            {action}
          </div>
        ) : null}
      </header>
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}

/** Rows of a flush card, 40 px high, with a rule between them. */
export function CardRows({ children }: { children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>;
}

export interface Figure {
  id: string;
  label: string;
  value: ReactNode;
  /** Short text after the value; `late` turns it red. */
  fact?: ReactNode;
  late?: boolean;
}

/** Strip of quick figures at the top of a record. */
export function Figures({ items }: { items: Figure[] }) {
  return (
    <dl className={classes.figures}>
      {items.map((item) => (
        <div key={item.id} className={classes.figure}>
          <dt>{item.label}</dt>
          <dd>
            <span className={classes.value}>{item.value}</span>
            {item.fact ? (
              <span className={classes.fact} data-late={item.late || undefined}>
                {item.fact}
              </span>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
