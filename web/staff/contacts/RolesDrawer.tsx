import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '#contracts/schemas/contact.ts';
import { SideDrawer } from '#ui/SideDrawer.tsx';
import { useHere } from '../session/me.ts';
import { PlanForm } from './PlanForm.tsx';
import { RolesOverTime } from './RolesOverTime.tsx';

interface RolesDrawerProps {
  contact: Contact;
  onClose: () => void;
}

/** What a contact was from when to when, with the way to plan what it is to be. */
export function RolesDrawer({ contact, onClose }: RolesDrawerProps) {
  const { t } = useLingui();
  const { can } = useHere();
  const [planning, setPlanning] = useState(false);
  if (planning) return <PlanForm contact={contact} onClose={() => setPlanning(false)} />;
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={t`Roles over time: ${contact.name}`}
      footEnd={
        can('stakeholders.manage') ? (
          <Button onClick={() => setPlanning(true)}>
            {contact.planned ? <Trans>Plan another change</Trans> : <Trans>Plan a change</Trans>}
          </Button>
        ) : null
      }
    >
      <RolesOverTime contact={contact} />
    </SideDrawer>
  );
}
