import type { ReactNode } from 'react';
import { type Crumb, Crumbs } from './Crumbs.tsx';
import classes from './Head.module.css';
import { PageTitle } from './PageTitle.tsx';

export interface PageHeadProps {
  title: string;
  /** "12" or "8 of 12" right of the title. */
  count?: ReactNode;
  description?: ReactNode;
  /** Only for pages below another; list pages have none. */
  crumbs?: Crumb[];
  actions?: ReactNode;
}

/** Title row of a list or settings page; sets the document title and takes focus after a move. */
export function PageHead({ title, count, description, crumbs, actions }: PageHeadProps) {
  return (
    <header className={classes.head}>
      {crumbs ? <Crumbs items={crumbs} /> : null}
      <div className={classes.row}>
        <div className={classes.titles}>
          <PageTitle title={title} />
          {count === undefined ? null : <span className={classes.count}>{count}</span>}
        </div>
        {actions ? (
          <div className={classes.actions} data-print="hide">
            {actions}
          </div>
        ) : null}
      </div>
      {description ? <p className={classes.description}>{description}</p> : null}
    </header>
  );
}
