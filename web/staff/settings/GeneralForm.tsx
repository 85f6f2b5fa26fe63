import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import type { WorkspaceSettings } from '#contracts/schemas/workspace.ts';
import { ErrorSummary } from '#ui/ErrorSummary.tsx';
import { FieldRow } from '#ui/FieldRow.tsx';
import { useFormats } from '#ui/formats.ts';
import { SaveBar } from '#ui/SaveBar.tsx';
import { toast } from '#ui/toast.tsx';
import type { ApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { foldSlug } from '../session/slug.ts';
import { currencyChoices, localeChoices, timeZoneChoices } from './choices.ts';
import classes from './settings.module.css';
import { type SettingsField, type SettingsValues, useSettingsForm } from './useSettingsForm.ts';

/** The settings with a save bar of their own, which stands while something is unsaved. */
export function GeneralForm({ settings }: { settings: WorkspaceSettings }) {
  const { t } = useLingui();
  const labels: Record<SettingsField, string> = {
    name: t`Name`,
    slug: t`Address`,
    timeZone: t`Time zone`,
    locale: t`Language and region`,
    currency: t`Currency`,
  };
  const { form, changed, discard, settle } = useSettingsForm(settings, labels);
  const guard = useLeaveGuard(form.isDirty);
  const save = () =>
    void form.submit(() => {
      settle();
      toast.ok(<Trans>The workspace was saved</Trans>);
    });
  return (
    <form
      className={classes.saved}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={classes.form}>
        <ErrorSummary problems={form.problems} attempt={form.attempt} />
        <TextInput
          {...form.field('name')}
          label={labels.name}
          description={t`Your team sees it in the rail, your clients in mails and in their portal.`}
          required
          maxLength={80}
          autoComplete="organization"
        />
        <SlugField api={form} label={labels.slug} lockedAt={settings.slugLockedAt} />
        <PlaceFields api={form} labels={labels} />
      </div>
      {changed.length > 0 ? (
        <SaveBar saveLabel={t`Save changes`} saving={form.busy} onSave={save} onDiscard={discard}>
          <b>
            <Plural value={changed.length} one="# change" other="# changes" />
          </b>{' '}
          {changed.map((field) => labels[field]).join(', ')}
        </SaveBar>
      ) : null}
      {guard}
    </form>
  );
}

type Api = ApiForm<SettingsValues>;

/** The address of the portal: free for a day, then links lead to it and it stays. */
function SlugField({ api, label, lockedAt }: { api: Api; label: string; lockedAt: string }) {
  const { t } = useLingui();
  const { locale, timeZone } = useFormats();
  const isLocked = Date.now() >= Date.parse(lockedAt);
  const until = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(lockedAt),
  );
  return (
    <TextInput
      {...api.field('slug')}
      label={label}
      description={
        isLocked
          ? t`Your portal’s address begins with it. Links lead to it, so it has been locked since ${until}.`
          : t`Your portal’s address begins with it. You can change it until ${until}; then links lead to it and it stays.`
      }
      readOnly={isLocked}
      data-locked={isLocked || undefined}
      required={!isLocked}
      maxLength={40}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => api.form.setFieldValue('slug', foldSlug(event.currentTarget.value))}
    />
  );
}

function PlaceFields({ api, labels }: { api: Api; labels: Record<SettingsField, string> }) {
  const { t } = useLingui();
  const reader = useFormats().locale;
  const { timeZone, locale, currency } = api.form.values;
  const zones = useMemo(() => timeZoneChoices(timeZone), [timeZone]);
  const locales = useMemo(() => localeChoices(reader, locale), [reader, locale]);
  const currencies = useMemo(() => currencyChoices(reader), [reader]);
  const select = (field: SettingsField) => ({
    ...api.field(field),
    label: labels[field],
    searchable: true,
    allowDeselect: false,
    limit: 60,
  });
  const sample = useMemo(
    () => new Intl.NumberFormat(locale, { style: 'currency', currency }).format(1234.5),
    [locale, currency],
  );
  return (
    <>
      <Select {...select('timeZone')} data={zones} nothingFoundMessage={t`No such time zone`} />
      <FieldRow>
        <Select {...select('locale')} data={locales} nothingFoundMessage={t`No such language`} />
        <Select
          {...select('currency')}
          data={currencies}
          description={t`Like ${sample}`}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          nothingFoundMessage={t`No such currency`}
        />
      </FieldRow>
    </>
  );
}
