import { useLingui } from '@lingui/react/macro';
import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { ClientId } from '#contracts/ids.ts';
import { noteKinds } from '#contracts/note-kinds.ts';
import { FieldRow } from '#ui/FieldRow.tsx';
import { useContacts } from '../contacts/useContacts.ts';
import type { ApiForm } from '../forms/useApiForm.ts';
import { useHere } from '../session/me.ts';
import { localOf, type NoteValues } from './values.ts';
import { useNoteWords } from './words.ts';

interface NoteFieldsProps {
  clientId: ClientId;
  api: ApiForm<NoteValues>;
  labels: Record<string, string>;
}

/** What a note is, when it was and whom it is about; its text stands beside, as each form has it. */
export function NoteFields({ clientId, api, labels }: NoteFieldsProps) {
  const { t } = useLingui();
  const words = useNoteWords();
  const { form } = api;
  return (
    <>
      <SegmentedControl
        aria-label={labels.kind ?? ''}
        size="xs"
        data={noteKinds.map((value) => ({ value, label: words[value] }))}
        value={form.values.kind}
        onChange={(value) =>
          form.setFieldValue('kind', noteKinds.find((kind) => kind === value) ?? form.values.kind)
        }
      />
      <FieldRow>
        <TextInput
          type="datetime-local"
          label={labels.occurredAt}
          description={form.values.occurredAt === '' ? t`Now, unless you say when` : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          max={localOf(new Date().toISOString())}
          {...api.field('occurredAt')}
        />
        <ContactField clientId={clientId} api={api} label={labels.contactId ?? ''} />
      </FieldRow>
    </>
  );
}

function ContactField({
  clientId,
  api,
  label,
}: Pick<NoteFieldsProps, 'clientId' | 'api'> & { label: string }) {
  const { t } = useLingui();
  const { can } = useHere();
  const mayLook = can('stakeholders.view');
  const { people = [] } = useContacts(clientId, { all: true, enabled: mayLook });
  if (!mayLook) return null;
  return (
    <NativeSelect
      label={label}
      data={[
        { value: '', label: t`Nobody in particular` },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      {...api.field('contactId')}
    />
  );
}
