import { useLingui } from '@lingui/react/macro';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Person } from './Person.tsx';
import { RelTime } from './RelTime.tsx';
import classes from './Timeline.module.css';

/** Items of one day under its heading. */
export function TimelineDay({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={classes.day}>
      <h3 className={classes.label}>{label}</h3>
      <ol className={classes.items}>{children}</ol>
    </section>
  );
}

export interface TimelineItemProps {
  /** Who did it; an icon stands in for the client's side and for things that happen by themselves. */
  actor?: { id: string; name: string } | undefined;
  icon?: ReactNode;
  /** The sentence; actor and object in `<b>`. */
  children: ReactNode;
  before?: ReactNode;
  after?: ReactNode;
  /** After the boxes, such as "from 1 Dec 2026". */
  extra?: ReactNode;
  /** A `Note`, a file or any other body. */
  body?: ReactNode;
  at: string;
}

/** One event: sign on the rail, a sentence, old value → new value, and when. */
export function TimelineItem({ actor, icon, children, before, after, extra, body, at }: TimelineItemProps) {
  const { t } = useLingui();
  return (
    <li className={classes.item}>
      <span className={classes.sign}>
        {actor && !icon ? <Person {...actor} size={24} /> : <span className={classes.disc}>{icon}</span>}
      </span>
      <div className={classes.text}>
        <p className={classes.sentence}>{children}</p>
        {after === undefined ? null : (
          <p className={classes.change}>
            {before === undefined ? null : (
              <>
                <s className={classes.before}>{before}</s>
                <IconArrowRight size={14} stroke={1.7} role="img" aria-label={t`changed to`} />
              </>
            )}
            <span className={classes.after}>{after}</span>
            {extra ? <span className={classes.extra}>{extra}</span> : null}
          </p>
        )}
        {body ? <div className={classes.body}>{body}</div> : null}
        <span className={classes.time}>
          <RelTime at={at} />
        </span>
      </div>
    </li>
  );
}
