import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebar } from '@tabler/icons-react';
import { Link } from './Link.tsx';
import type { NavItem } from './navTypes.ts';
import classes from './Rail.module.css';
import type { ShellProps } from './shellTypes.ts';

/** The way around. Folded it keeps icons, with names as tooltips and counts as bubbles. */
export function Rail(props: ShellProps) {
  const { workspace, nav, pinned = [], aside, footNav = [], person, folded, onFold } = props;
  const { t } = useLingui();
  return (
    <nav className={classes.rail} aria-label={t`Main`} data-folded={folded || undefined}>
      <div className={classes.workspace}>{workspace}</div>
      <div className={classes.scroll}>
        <RailList items={nav} folded={folded} />
        {aside && !folded ? <div className={classes.aside}>{aside}</div> : null}
        {pinned.length > 0 && !aside && !folded ? (
          <section className={classes.pinned} aria-labelledby="rail-pinned">
            <h2 id="rail-pinned">
              <Trans>Pinned</Trans>
            </h2>
            <ul className={classes.list}>
              {pinned.map((item) => (
                <li key={item.id}>
                  <Link href={item.href} className={classes.item}>
                    {item.mark}
                    <span className={classes.word}>{item.label}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      <div className={classes.foot}>
        <RailList items={footNav} folded={folded} />
        <div className={classes.person}>
          <div className={classes.who}>{person}</div>
          <Tooltip label={folded ? t`Unfold` : t`Fold`} position="right">
            <ActionIcon
              aria-label={folded ? t`Unfold the menu` : t`Fold the menu`}
              aria-expanded={!folded}
              onClick={() => onFold(!folded)}
            >
              <IconLayoutSidebar size={16} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
    </nav>
  );
}

function RailList({ items, folded }: { items: NavItem[]; folded: boolean }) {
  if (items.length === 0) return null;
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <li key={item.id}>
          <RailItem item={item} folded={folded} />
        </li>
      ))}
    </ul>
  );
}

function RailItem({ item, folded }: { item: NavItem; folded: boolean }) {
  const { i18n } = useLingui();
  const Icon = item.icon;
  const count = item.count ? i18n.number(item.count) : undefined;
  const spoken = count === undefined ? item.label : `${item.label}, ${count}`;
  return (
    <Tooltip label={item.label} position="right" disabled={!folded} openDelay={100}>
      <Link
        href={item.href}
        className={classes.item}
        aria-current={item.active ? 'page' : undefined}
        aria-label={folded ? spoken : undefined}
      >
        <Icon size={17} stroke={1.7} className={classes.icon} />
        {folded ? null : <span className={classes.word}>{item.label}</span>}
        {count === undefined ? null : <span className={classes.count}>{count}</span>}
      </Link>
    </Tooltip>
  );
}
