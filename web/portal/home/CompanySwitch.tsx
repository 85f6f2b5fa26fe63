import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { Mark } from '#ui/Mark.tsx';
import { type Company, switchCompany } from '../session/me.ts';
import classes from './home.module.css';

/** For a person of several companies; the choice is kept on this device. */
export function CompanySwitch({ companies, current }: { companies: Company[]; current: Company }) {
  const { t } = useLingui();
  return (
    <Menu width={280}>
      <Menu.Target>
        <UnstyledButton className={classes.switch} aria-label={t`Switch company`}>
          <span className={classes.switchWord} aria-hidden="true">
            <Trans>Switch company</Trans>
          </span>
          <IconSelector size={18} stroke={1.7} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={current.clientId} onChange={switchCompany}>
          {companies.map(({ clientId, name }) => (
            <Menu.RadioItem key={clientId} value={clientId} closeMenuOnClick>
              <span className={classes.option}>
                <Mark id={clientId} name={name} size={24} />
                <span>{name}</span>
              </span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
