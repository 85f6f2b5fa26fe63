import type { ReactNode } from 'react';
import { type Crumb, Crumbs } from './Crumbs.tsx';
import classes from './Head.module.css';
import { PageTitle } from './PageTitle.tsx';

export interface RecordHeadProps {
  id: string;
  title: string;
  crumbs: Crumb[];
  mark?: ReactNode;
  /** `StatusMenu` or `StatusPill`. */
  status?: ReactNode;
  /** Parts of the one line below the name; dots are put between them. */
  meta?: ReactNode[];
  /** `Tag`s after the meta line, without dots. */
  tags?: ReactNode;
  actions?: ReactNode;
}

/** Head of one record: crumb, sign, name with status, a line of facts, actions. */
export function RecordHead({ id, title, crumbs, mark, status, meta = [], tags, actions }: RecordHeadProps) {
  return (
    <header className={classes.record}>
      <Crumbs items={crumbs} />
      <div className={classes.row}>
        {mark}
        <div className={classes.names}>
          <div className={classes.nameRow}>
            <PageTitle title={title} focusKey={id} />
            {status}
          </div>
          <div className={classes.meta}>
            {meta.map((part, index) => (
              <span key={index} className={classes.part}>
                {part}
              </span>
            ))}
            {tags ? <span className={classes.tags}>{tags}</span> : null}
          </div>
        </div>
        {actions ? (
          <div className={classes.actions} data-print="hide">
            {actions}
          </div>
        ) : null}
      </div>
    </header>
  );
}
