import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Select, Stack, TagsInput, Textarea } from '@mantine/core';
import { StatusGlyph } from '#ui/StatusGlyph.tsx';
import { useStatusWord } from '../clients/status.ts';
import { useOwners } from '../clients/useOwners.ts';
import type { ApiForm } from '../forms/useApiForm.ts';
import { useHere } from '../session/me.ts';
import classes from './bulk-edits.module.css';
import type { BulkValues, TagMode } from './values.ts';

interface FieldsProps {
  api: ApiForm<BulkValues>;
}

/** The one field that is changed. */
export function BulkFields({ api }: FieldsProps) {
  const Fields = { status: StatusFields, owner: OwnerFields, tags: TagFields }[api.form.values.field];
  return <Fields api={api} />;
}

function StatusFields({ api }: FieldsProps) {
  const { t } = useLingui();
  const word = useStatusWord();
  const choices = ['active', 'inactive'] as const;
  return (
    <>
      <Radio.Group label={t`New status`} {...api.field('status')}>
        <Stack gap={10} mt={6}>
          {choices.map((status) => (
            <Radio
              key={status}
              size="sm"
              value={status}
              label={
                <span className={classes.choice}>
                  <StatusGlyph tone={word(status).tone} />
                  {word(status).label}
                </span>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      {api.form.values.status === 'inactive' ? (
        <Textarea
          label={t`Reason`}
          description={t`Kept on every client and in its timeline.`}
          required
          autosize
          minRows={2}
          maxLength={500}
          {...api.field('reason')}
        />
      ) : null}
    </>
  );
}

function OwnerFields({ api }: FieldsProps) {
  const { t } = useLingui();
  const { user } = useHere();
  const { owners } = useOwners();
  const known = owners.length > 0 ? owners : [{ value: user.id, label: user.name }];
  return (
    <Select
      label={t`New owner`}
      description={t`Answers for these clients in your team.`}
      data={known.map(({ value, label }) => ({
        value,
        label: value === user.id ? t`${label} (you)` : label,
      }))}
      searchable
      required
      nothingFoundMessage={t`Nobody of this name can own clients`}
      {...api.field('ownerId')}
    />
  );
}

function TagFields({ api }: FieldsProps) {
  const { t } = useLingui();
  const { mode } = api.form.values;
  const modes: Record<TagMode, string> = {
    edit: t`Add and remove some`,
    replace: t`Replace all by others`,
    clear: t`Remove all`,
  };
  const removing = { clearable: true, clearButtonProps: { 'aria-label': t`Remove all tags` }, maxTags: 20 };
  return (
    <>
      <Radio.Group label={t`What happens to the tags`} {...api.field('mode')}>
        <Stack gap={10} mt={6}>
          {(Object.keys(modes) as TagMode[]).map((value) => (
            <Radio key={value} size="sm" value={value} label={modes[value]} />
          ))}
        </Stack>
      </Radio.Group>
      {mode === 'clear' ? (
        <p className={classes.text}>
          <Trans>Every selected client will be without tags.</Trans>
        </p>
      ) : (
        <TagsInput
          label={mode === 'edit' ? t`Add` : t`New tags`}
          description={t`Press Enter after each one.`}
          acceptValueOnBlur
          {...removing}
          {...api.field('add')}
        />
      )}
      {mode === 'edit' ? (
        <TagsInput label={t`Remove`} acceptValueOnBlur {...removing} {...api.field('remove')} />
      ) : null}
    </>
  );
}
