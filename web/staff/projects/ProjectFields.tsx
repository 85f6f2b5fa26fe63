import { Trans, useLingui } from '@lingui/react/macro';
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { ProjectStatus } from '#contracts/schemas/project.ts';
import { FieldRow } from '#ui/FieldRow.tsx';
import { StatusGlyph } from '#ui/StatusGlyph.tsx';
import type { ApiForm } from '../forms/useApiForm.ts';
import { usePeople } from '../members/usePeople.ts';
import { Members } from './Members.tsx';
import classes from './projects.module.css';
import { useProjectStatus } from './status.ts';
import type { ProjectValues } from './values.ts';
import { useProjectWords } from './words.ts';

interface ProjectFieldsProps {
  api: ApiForm<ProjectValues>;
  /** The states that can be chosen; with one only there is nothing to choose. */
  moves: readonly ProjectStatus[];
}

/** Everything that makes a project. */
export function ProjectFields({ api, moves }: ProjectFieldsProps) {
  const { t } = useLingui();
  const words = useProjectWords();
  const word = useProjectStatus();
  return (
    <>
      <TextInput label={words.name} required maxLength={120} data-autofocus {...api.field('name')} />
      <Select
        label={words.status}
        description={
          moves.length === 1 ? t`Opening a closed project again needs projects.reopen.` : undefined
        }
        disabled={moves.length === 1}
        allowDeselect={false}
        leftSection={<StatusGlyph tone={word(api.form.values.status).tone} />}
        data={moves.map((value) => ({ value, label: word(value).label }))}
        {...api.field('status')}
      />
      <FieldRow>
        <TextInput type="date" label={words.startsOn} {...api.field('startsOn')} />
        <TextInput type="date" label={words.endsOn} {...api.field('endsOn')} />
      </FieldRow>
      <MembersField api={api} />
      <Textarea
        label={words.description}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2000}
        {...api.field('description')}
      />
    </>
  );
}

function MembersField({ api }: Pick<ProjectFieldsProps, 'api'>) {
  const { t } = useLingui();
  const words = useProjectWords();
  const { allowed, active, members, nameOf } = usePeople();
  const { memberIds } = api.form.values;
  if (!allowed) {
    return (
      <div className={classes.fixed}>
        <b>{words.memberIds}</b>
        <span>
          <Members ids={memberIds} />
        </span>
        <span className={classes.dim}>
          <Trans>Choosing members needs to see the team.</Trans>
        </span>
      </div>
    );
  }
  // The address only where two bear the same name.
  const namesakes = (name: string) => active.filter((other) => other.name === name).length > 1;
  const options = active.map(({ userId, name, email }) => ({
    value: userId,
    label: namesakes(name) ? `${name}, ${email}` : name,
  }));
  // Who is in it already stays in it, also when he may not come in any more.
  const gone = memberIds
    .filter((id) => !active.some(({ userId }) => userId === id))
    .map((id) => ({ value: id, label: members ? t`${nameOf(id) ?? '–'} (disabled)` : (nameOf(id) ?? '…') }));
  return (
    <MultiSelect
      label={words.memberIds}
      description={t`Members see this client, even if they see no other.`}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t`Remove all members` }}
      nothingFoundMessage={t`Nobody of this name`}
      data={[...options, ...gone]}
      {...api.field('memberIds')}
    />
  );
}
