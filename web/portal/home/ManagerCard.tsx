import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { PortalCompany } from '#contracts/schemas/portal.ts';
import { Person } from '#ui/Person.tsx';
import classes from './home.module.css';
import { Section } from './Section.tsx';

/** Whom to turn to, with the shortest way there. */
export function ManagerCard({ manager }: { manager: PortalCompany['accountManager'] }) {
  const { t } = useLingui();
  return (
    <Section title={t`Your account manager`} area="manager">
      <div className={classes.manager}>
        <span aria-hidden="true">
          <Person id={manager.email} name={manager.name} size={44} />
        </span>
        <p className={classes.rowText}>
          <span className={classes.rowTitle}>{manager.name}</span>
          <a className={classes.address} href={`mailto:${manager.email}`}>
            {manager.email}
          </a>
        </p>
        <Button
          component="a"
          href={`mailto:${manager.email}`}
          variant="default"
          className={classes.write}
          leftSection={<IconMail size={18} stroke={1.7} aria-hidden="true" />}
        >
          <Trans>Write an e-mail</Trans>
        </Button>
      </div>
    </Section>
  );
}
