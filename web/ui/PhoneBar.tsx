import { Trans, useLingui } from '@lingui/react/macro';
import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMenu2 } from '@tabler/icons-react';
import { Link } from './Link.tsx';
import type { NavItem } from './navTypes.ts';
import classes from './PhoneBar.module.css';
import type { ShellProps } from './shellTypes.ts';

/** Four ways within thumb's reach; all others in a sheet behind "More". */
export function PhoneBar({ phoneNav, nav, footNav = [], person }: ShellProps) {
  const { t } = useLingui();
  const [opened, sheet] = useDisclosure(false);
  const near = new Set(phoneNav.map((item) => item.id));
  const rest = [...nav, ...footNav].filter((item) => !near.has(item.id));
  return (
    <nav className={classes.bar} aria-label={t`Main`}>
      <ul className={classes.list}>
        {phoneNav.map((item) => (
          <li key={item.id}>
            <Entry item={item} />
          </li>
        ))}
        <li>
          <UnstyledButton className={classes.entry} onClick={sheet.open} aria-haspopup="dialog">
            <IconMenu2 size={21} stroke={1.7} aria-hidden="true" />
            <Trans>More</Trans>
          </UnstyledButton>
        </li>
      </ul>
      <Drawer
        opened={opened}
        onClose={sheet.close}
        position="bottom"
        size="auto"
        classNames={{ content: classes.sheetBox }}
        title={t`More`}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <ul className={classes.sheet}>
          {rest.map((item) => {
            const Icon = item.icon;
            return (
              <li key={item.id}>
                <Link href={item.href} className={classes.sheetItem} onClick={sheet.close}>
                  <Icon size={19} stroke={1.7} />
                  {item.label}
                  {item.count ? <span className={classes.sheetCount}>{item.count}</span> : null}
                </Link>
              </li>
            );
          })}
        </ul>
        <div className={classes.person}>{person}</div>
      </Drawer>
    </nav>
  );
}

function Entry({ item }: { item: NavItem }) {
  const Icon = item.icon;
  return (
    <Link href={item.href} className={classes.entry} aria-current={item.active ? 'page' : undefined}>
      <Icon size={21} stroke={1.7} />
      {item.label}
    </Link>
  );
}
