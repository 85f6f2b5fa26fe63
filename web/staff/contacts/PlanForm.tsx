import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { dayAfter } from '#contracts/days.ts';
import type { Contact, ContactFlag, RolePlan } from '#contracts/schemas/contact.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { useToday } from '../settings/useToday.ts';
import classes from './contacts.module.css';
import { flags, isFlag, useFlagWord } from './flags.ts';
import { refreshContacts } from './queries.ts';
import { useContactWords } from './words.ts';

interface PlanValues extends Record<string, unknown> {
  from: string;
  title: string;
  department: string;
  flags: ContactFlag[];
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** Only what is to differ from then on: the rest goes on as it is, whatever it is by then. */
function planOf(values: PlanValues, { title, department, flags: now }: Contact): RolePlan {
  const isSame = JSON.stringify([...values.flags].sort()) === JSON.stringify([...now].sort());
  return {
    from: values.from,
    ...(orNull(values.title) !== title && { title: orNull(values.title) }),
    ...(orNull(values.department) !== department && { department: orNull(values.department) }),
    ...(!isSame && { flags: values.flags }),
  };
}

/** Plans what a contact is to be from a day on. */
export function PlanForm({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const today = useToday();
  const words = useContactWords();
  const word = useFlagWord();
  const base = useRef(contact);
  const { clientId, id: contactId } = contact;
  const labels: Record<string, string> = { ...words, from: t`From` };

  const form = useApiForm<PlanValues>({
    scope: 'plan-',
    initial: {
      from: dayAfter(today),
      title: contact.title ?? '',
      department: contact.department ?? '',
      flags: contact.flags,
    },
    place: (path) => ({ label: labels[path.replace('planned.', '')] ?? path }),
    check: (values) => ({
      from: values.from === '' ? t`Choose a day` : null,
      flags: Object.keys(planOf(values, base.current)).length === 1 ? t`Say what is to change` : null,
    }),
    send: async (values) => {
      await api.contacts.update({
        params: { workspaceId, clientId, contactId },
        body: { planned: planOf(values, base.current) },
        ifMatch: base.current.version,
      });
      toast.ok(<Trans>The change of {contact.name} is planned</Trans>);
      void refreshContacts(workspaceId, clientId);
    },
    overtaken: (version) => {
      base.current = { ...base.current, version };
    },
    onError: (error) => {
      const late = error.errors.find(({ pointer }) => pointer === '/planned/from');
      if (!late) return false;
      form.fail({ from: late.code === 'too_far' ? t`At most a year ahead` : t`Must be a day to come` });
      return true;
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const { flags: chosen } = form.form.values;

  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Plan a change of ${contact.name}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Plan the change`}
      submitting={form.busy}
    >
      <TextInput
        type="date"
        label={labels.from}
        description={t`Until then all stays as it is. A plan made before gives way to this one.`}
        required
        data-autofocus
        {...form.field('from')}
      />
      <FieldRow>
        <TextInput label={words.title} maxLength={120} {...form.field('title')} />
        <TextInput label={words.department} maxLength={120} {...form.field('department')} />
      </FieldRow>
      <Checkbox.Group
        label={words.flags}
        {...form.field('flags')}
        value={chosen}
        onChange={(now) => form.form.setFieldValue('flags', now.filter(isFlag))}
      >
        <div className={classes.checks}>
          {flags.map((flag) => (
            <Checkbox key={flag} value={flag} label={word(flag)} />
          ))}
        </div>
      </Checkbox.Group>
    </DrawerForm>
  );
}
