import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { AddressFields } from './AddressFields.tsx';
import { CompanyFields } from './CompanyFields.tsx';
import { type Step, useClientWords } from './fields.ts';
import type { ClientFormProps } from './props.ts';

interface ClientDrawerProps extends ClientFormProps {
  title: string;
  badge?: ReactNode;
  /** Stands before the fields of every step. */
  notice?: ReactNode;
  onClose: () => void;
  /** Asks before what was entered is lost. */
  guard: ReactNode;
  onSubmit: () => void;
  submitLabel: string;
  secondary?: ReactNode;
  /** At the end of the head, while nothing is on its way. */
  note?: ReactNode;
  /** Dialogs that belong to the form. */
  children?: ReactNode;
}

/** The later steps: fetched while the first is filled in. */
const BusinessFields = onDemand(async () => (await import('./BusinessFields.tsx')).BusinessFields);
const OwnerFields = onDemand(async () => (await import('./OtherFields.tsx')).OwnerFields);

const parts = {
  company: CompanyFields,
  business: BusinessFields,
  addresses: AddressFields,
  owner: OwnerFields,
} satisfies Record<Step, (props: ClientFormProps) => ReactNode>;
const order = Object.keys(parts) as Step[];

/** All of a client in four steps, none of which has to be visited. */
export function ClientDrawer(props: ClientDrawerProps) {
  const { api, title, badge, note, notice, onClose, guard, onSubmit, submitLabel, secondary, children } =
    props;
  const { t } = useLingui();
  const { steps } = useClientWords();
  const [step, setStep] = useState<Step>('company');
  const Fields = parts[step];
  useEffect(() => {
    BusinessFields.read();
    OwnerFields.read();
  }, []);
  return (
    <>
      <DrawerForm
        opened
        onClose={onClose}
        guard={guard}
        title={title}
        badge={badge}
        note={api.busy ? t`Saving…` : note}
        size={640}
        steps={order.map((id) => ({ id, label: steps[id], invalid: api.invalidSteps.has(id) }))}
        step={step}
        onStep={(id) => setStep(order.find((known) => known === id) ?? 'company')}
        problems={api.problems.map((problem) =>
          problem.step?.id === step ? { ...problem, step: undefined } : problem,
        )}
        attempt={api.attempt}
        onSubmit={onSubmit}
        submitLabel={submitLabel}
        submitting={api.busy}
        secondary={secondary}
      >
        {notice}
        <Fields {...props} />
      </DrawerForm>
      {children}
    </>
  );
}
