import type { ReactNode } from 'react';
import classes from './DataList.module.css';
import { Link } from './Link.tsx';

export interface CardRowProps {
  href: string;
  lead?: ReactNode;
  title: ReactNode;
  /** Second line, dimmed. */
  detail?: ReactNode;
  /** Upper and lower text at the end of the row. */
  end?: ReactNode;
  endDetail?: ReactNode;
}

/** Usual content of `renderCard`: one link over the whole row, two lines, facts at the end. */
export function CardRow({ href, lead, title, detail, end, endDetail }: CardRowProps) {
  return (
    <Link href={href} className={classes.item}>
      {lead}
      <span className={classes.itemText}>
        <span className={classes.itemTitle}>{title}</span>
        {detail ? <span className={classes.itemDetail}>{detail}</span> : null}
      </span>
      <span className={classes.itemEnd}>
        {end ? <span className={classes.itemDetail}>{end}</span> : null}
        {endDetail}
      </span>
    </Link>
  );
}
