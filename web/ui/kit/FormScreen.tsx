import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DrawerForm } from '../DrawerForm.tsx';
import { FieldGroup, FieldRow } from '../FieldRow.tsx';
import { Link } from '../Link.tsx';
import { StatusPill } from '../StatusPill.tsx';
import { Strip } from '../Strip.tsx';

const problems = [
  { field: 'code', message: 'Code ACM is taken by Acme Robotics' },
  { field: 'website', message: 'Website needs a domain, like acme.com' },
  {
    field: 'tax',
    message: 'Tax ID is too short for a German VAT number',
    step: { id: 'business', label: 'Business' },
  },
];

export function FormScreen() {
  const [step, setStep] = useState('company');
  const [attempt, setAttempt] = useState(0);
  const [opened, setOpened] = useState(true);
  return (
    <DrawerForm
      opened={opened}
      onClose={() => setOpened(false)}
      guard={null}
      title="New client"
      badge={<StatusPill tone="warn">Starts as Pending</StatusPill>}
      note="Draft kept 10 s ago"
      size={640}
      steps={[
        { id: 'company', label: 'Company', invalid: true },
        { id: 'business', label: 'Business', invalid: true },
        { id: 'addresses', label: 'Addresses' },
        { id: 'owner', label: 'Owner and tags' },
      ]}
      step={step}
      onStep={setStep}
      problems={problems}
      attempt={attempt}
      onSubmit={() => setAttempt(attempt + 1)}
      submitLabel="Save client"
      secondary={<Button variant="default">Save and add another</Button>}
    >
      <TextInput label="Name" required defaultValue="Acme Optics GmbH" data-autofocus />
      <Strip tone="warn" action={<Link href="/clients/ACM">Open it</Link>}>
        Looks like <b>Acme Robotics</b>, which you already have. You can still go on.
      </Strip>
      <FieldRow>
        <TextInput label="Legal name" placeholder="If it differs" />
        <TextInput
          id="code"
          label="Code"
          required
          defaultValue="ACM"
          error="Taken by Acme Robotics. Free: ACO, ACMO"
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          id="website"
          label="Website"
          defaultValue="acme optics"
          error="Needs a domain, like acme.com"
        />
        <Select
          label="Industry"
          data={['Optics and photonics', 'Robotics']}
          defaultValue="Optics and photonics"
        />
      </FieldRow>
      <FieldGroup title="First contact">
        <FieldRow>
          <TextInput label="Name" placeholder="Full name" />
          <TextInput label="E-mail" placeholder="name@company.com" />
        </FieldRow>
        <Checkbox label="Invite to the portal when the client becomes Active" defaultChecked />
      </FieldGroup>
    </DrawerForm>
  );
}
