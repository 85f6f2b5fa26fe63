import { Trans, useLingui } from '@lingui/react/macro';
import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { FieldRow } from '#ui/FieldRow.tsx';
import { Mark } from '#ui/Mark.tsx';
import { DuplicateNotice } from '../../duplicates/DuplicateNotice.tsx';
import { workspaceLists } from '../../lists/queries.ts';
import { useHere } from '../../session/me.ts';
import { codeSuggestion } from '../queries.ts';
import { FirstContact } from './FirstContact.tsx';
import { useClientWords } from './fields.ts';
import classes from './form.module.css';
import type { ClientFormProps } from './props.ts';

/** Who the client is. */
export function CompanyFields({ api, isNew, freeCodes, clientId }: ClientFormProps) {
  const { t } = useLingui();
  const { labels } = useClientWords();
  const { name, website } = api.form.values;
  return (
    <>
      <div className={classes.nameRow}>
        <Mark id={clientId ?? (name.trim() || 'new')} name={name.trim() || '?'} size={56} />
        <TextInput label={labels.name} required maxLength={120} data-autofocus {...api.field('name')} />
      </div>
      <DuplicateNotice about={{ name, website }} except={clientId} />
      <FieldRow>
        <TextInput
          label={labels.legalName}
          placeholder={t`If it differs`}
          maxLength={160}
          {...api.field('legalName')}
        />
        <CodeField api={api} isNew={isNew} freeCodes={freeCodes} />
      </FieldRow>
      <FieldRow>
        <TextInput
          label={labels.website}
          placeholder={t`acme.com`}
          inputMode="url"
          autoComplete="off"
          {...api.field('website')}
        />
        <IndustryField api={api} />
      </FieldRow>
      {isNew ? <FirstContact api={api} /> : null}
    </>
  );
}

/** Offers what the workspace lists, and takes any other text too. */
function IndustryField({ api }: Pick<ClientFormProps, 'api'>) {
  const { labels } = useClientWords();
  const { workspaceId } = useHere();
  const lists = useQuery(workspaceLists(workspaceId)).data;
  const offered = lists?.find(({ name }) => name === 'industries')?.entries ?? [];
  return (
    <Autocomplete
      label={labels.industry}
      data={offered.filter(({ archived }) => !archived).map(({ label }) => label)}
      maxLength={80}
      limit={30}
      {...api.field('industry')}
    />
  );
}

function CodeField({ api, isNew, freeCodes }: ClientFormProps) {
  const { t } = useLingui();
  const { labels } = useClientWords();
  const { workspaceId } = useHere();
  const { name, code } = api.form.values;
  const [settled] = useDebouncedValue(isNew && code === '' ? name.trim() : '', 300);
  const suggested = useQuery({
    ...codeSuggestion(workspaceId, settled),
    enabled: settled.length > 1 && code === '',
  }).data?.code;
  const offers = freeCodes.length > 0 ? freeCodes : suggested && code === '' ? [suggested] : [];
  const props = api.field('code');
  return (
    <div>
      <TextInput
        label={labels.code}
        placeholder={t`Unique, like ACM`}
        maxLength={6}
        autoComplete="off"
        {...props}
        onChange={(event) => props.onChange(event.currentTarget.value.toUpperCase())}
      />
      {offers.length > 0 ? (
        <p className={classes.offers}>
          <Trans>Free:</Trans>
          {offers.map((offer) => (
            <Button
              key={offer}
              size="compact-xs"
              variant="default"
              aria-label={t`Use the code ${offer}`}
              onClick={() => api.form.setFieldValue('code', offer)}
            >
              {offer}
            </Button>
          ))}
        </p>
      ) : null}
    </div>
  );
}
