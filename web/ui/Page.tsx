import type { ReactNode } from 'react';
import classes from './Page.module.css';

/** Padded block at the 20 px gutter. */
export function Gutter({ children, gap = 16 }: { children: ReactNode; gap?: number }) {
  return (
    <div className={classes.gutter} style={{ gap }}>
      {children}
    </div>
  );
}

/**
 * Page beside a sunken aside of 352 px; below 1200 px the aside goes under the page.
 * Both sides scroll on their own where there is room.
 */
export function SplitPage({
  children,
  aside,
  label,
}: {
  children: ReactNode;
  aside: ReactNode;
  label: string;
}) {
  return (
    <div className={classes.split}>
      <div className={classes.body} data-print="flow">
        {children}
      </div>
      <aside className={classes.aside} aria-label={label} data-chrome>
        {aside}
      </aside>
    </div>
  );
}

/** Frame of a list page: head, tools and foot stay, the table between them scrolls; on a phone all scrolls. */
export function ListPage({ children }: { children: ReactNode }) {
  return (
    <div className={classes.list} data-print="flow">
      {children}
    </div>
  );
}

/** Row of view tools above a list: chips at the start, columns and layout at the end. */
export function Tools({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.tools} data-print="hide">
      <div className={classes.toolsStart}>{children}</div>
      {end ? <div className={classes.toolsEnd}>{end}</div> : null}
    </div>
  );
}
