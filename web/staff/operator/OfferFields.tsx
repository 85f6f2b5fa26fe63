import { Trans, useLingui } from '@lingui/react/macro';
import { Checkbox, Select, Switch, TextInput } from '@mantine/core';
import type { OfferKind } from '#contracts/schemas/plan.ts';
import { FieldRow } from '#ui/FieldRow.tsx';
import type { ApiForm } from '../forms/useApiForm.ts';
import { allFeatures, allLimits, usePlanWords } from '../plan/words.ts';
import classes from './operator.module.css';
import { useOfferWords } from './useOfferForm.ts';
import type { OfferValues } from './values.ts';

interface OfferFieldsProps {
  api: ApiForm<OfferValues>;
  kind: OfferKind;
  /** A key is given once; workspaces hold on to it. */
  isNew: boolean;
}

/** Everything that makes a plan or an add-on. */
export function OfferFields({ api, kind, isNew }: OfferFieldsProps) {
  const { t } = useLingui();
  const words = useOfferWords();
  const named = usePlanWords();
  return (
    <>
      <FieldRow>
        <TextInput label={words.name} required maxLength={60} data-autofocus {...api.field('name')} />
        <TextInput
          label={words.key}
          required
          maxLength={40}
          disabled={!isNew}
          autoComplete="off"
          {...api.field('key')}
        />
      </FieldRow>
      <TextInput label={words.summary} required maxLength={200} {...api.field('summary')} />
      <FieldRow>
        <TextInput
          label={words.price}
          required
          inputMode="decimal"
          autoComplete="off"
          placeholder="49.00"
          {...api.field('price')}
        />
        <Select
          label={words.currency}
          searchable
          allowDeselect={false}
          data={Intl.supportedValuesOf('currency')}
          {...api.field('currency')}
        />
      </FieldRow>
      <Checkbox.Group label={words.features} {...api.field('features')}>
        <div className={classes.group}>
          {allFeatures.map((feature) => (
            <Checkbox key={feature} value={feature} label={named.feature(feature)} />
          ))}
        </div>
      </Checkbox.Group>
      {allLimits.map((limit, at) => (
        <TextInput
          key={limit}
          label={named.limit(limit)}
          description={
            kind === 'plan' ? t`The most of them. Empty is no limit.` : t`How many more it allows.`
          }
          inputMode="numeric"
          autoComplete="off"
          {...api.field(`limits.${at}`)}
        />
      ))}
      <Switch
        size="sm"
        label={words.retired}
        description={<Trans>No longer sold. Whoever has it keeps it.</Trans>}
        {...api.form.getInputProps('retired', { type: 'checkbox' })}
      />
    </>
  );
}
