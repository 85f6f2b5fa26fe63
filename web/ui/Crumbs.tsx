import { useLingui } from '@lingui/react/macro';
import { IconChevronRight } from '@tabler/icons-react';
import classes from './Head.module.css';
import { Link } from './Link.tsx';

export interface Crumb {
  label: string;
  /** Absent for the page one is on. */
  href?: string;
}

/** Where a record belongs, one line above its title. */
export function Crumbs({ items }: { items: Crumb[] }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Breadcrumb`} className={classes.crumbs}>
      <ol>
        {items.map((item) => (
          <li key={item.label}>
            {item.href ? (
              <Link href={item.href}>{item.label}</Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
            {item.href ? <IconChevronRight size={13} stroke={1.7} aria-hidden="true" /> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
