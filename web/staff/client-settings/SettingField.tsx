import { useLingui } from '@lingui/react/macro';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import {
  type SettingKey,
  type SettingOption,
  settingCatalogue,
  type Terms,
} from '#contracts/client-settings.ts';
import type { PaymentTerms } from '#contracts/schemas/billing-profile.ts';
import { useFormats } from '#ui/formats.ts';
import { currencyOptions } from '../clients/form/choices.ts';
import { useBillingWords } from '../companies/words.ts';
import { parsePercent, percentText } from '../percent.ts';
import classes from './client-settings.module.css';
import { type Editing, fieldId } from './useDrafts.ts';
import { type SettingValue, useSettingWords } from './words.ts';

interface FieldProps<V = SettingValue> {
  settingKey: SettingKey;
  editing: Editing;
  value: V;
  labelId: string;
}

/** The input that follows from how a setting is declared. */
export function SettingField(props: FieldProps) {
  const { kind } = settingCatalogue[props.settingKey];
  // The kind says what the value is; the catalogue has made sure of both.
  switch (kind) {
    case 'choice':
      return <Choice {...props} value={props.value as SettingOption} />;
    case 'choices':
      return <Choices {...props} value={props.value as readonly SettingOption[]} />;
    case 'percent':
      return <Percent key={props.editing.round} {...props} value={props.value as number} />;
    case 'flag':
      return <Flag {...props} value={props.value as boolean} />;
    case 'terms':
      return <TermsField key={props.editing.round} {...props} value={props.value as Terms} />;
    case 'currency':
      return <Currency {...props} value={props.value as string} />;
  }
}

const optionsOf = (key: SettingKey): readonly SettingOption[] => {
  const declared = settingCatalogue[key];
  return 'options' in declared ? declared.options : [];
};

/** Whether an option can be chosen yet. */
const isReady = (key: SettingKey, option: SettingOption): boolean => {
  const declared = settingCatalogue[key];
  const ready: readonly string[] | null = 'ready' in declared ? declared.ready : null;
  return ready === null || ready.includes(option);
};

function Choice({ settingKey, editing, value, labelId }: FieldProps<SettingOption>) {
  const { option } = useSettingWords();
  return (
    <Select
      id={fieldId(settingKey)}
      aria-labelledby={labelId}
      allowDeselect={false}
      data={optionsOf(settingKey).map((one) => ({ value: one, label: option(one) }))}
      value={value}
      onChange={(next) => next && editing.set(settingKey, next as SettingValue)}
    />
  );
}

function Choices({ settingKey, editing, value, labelId }: FieldProps<readonly SettingOption[]>) {
  const { option } = useSettingWords();
  const options = optionsOf(settingKey);
  return (
    <fieldset className={classes.choices} aria-labelledby={labelId}>
      {options.map((one) => (
        <Checkbox
          key={one}
          label={option(one)}
          checked={value.includes(one)}
          disabled={!isReady(settingKey, one)}
          onChange={({ currentTarget: { checked } }) => {
            const chosen = options
              .filter((each) => isReady(settingKey, each))
              .filter((each) => (each === one ? checked : value.includes(each)));
            editing.set(settingKey, chosen as unknown as SettingValue);
          }}
        />
      ))}
    </fieldset>
  );
}

function Flag({ settingKey, editing, value, labelId }: FieldProps<boolean>) {
  const words = useSettingWords();
  return (
    <fieldset className={classes.choices} aria-labelledby={labelId}>
      <Checkbox
        id={fieldId(settingKey)}
        label={words.value(settingKey, true)}
        checked={value}
        onChange={(event) => editing.set(settingKey, event.currentTarget.checked)}
      />
    </fieldset>
  );
}

const MOST_PERCENT = 10_000;

function Percent({ settingKey, editing, value, labelId }: FieldProps<number>) {
  const { t } = useLingui();
  const [text, setText] = useState(percentText(value));
  return (
    <TextInput
      id={fieldId(settingKey)}
      aria-labelledby={labelId}
      className={classes.short}
      inputMode="decimal"
      autoComplete="off"
      rightSection="%"
      value={text}
      error={editing.faults[settingKey]}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const hundredths = parsePercent(currentTarget.value);
        if (hundredths === null || hundredths < 0 || hundredths > MOST_PERCENT) {
          editing.fault(settingKey, t`0 to 100, with at most two decimals`);
        } else editing.set(settingKey, hundredths);
      }}
    />
  );
}

const MOST_DAYS = 180;
/** Where days of one's own begin to be typed. */
const USUAL_DAYS = 14;

function TermsField({ settingKey, editing, value, labelId }: FieldProps<Terms>) {
  const { t } = useLingui();
  const { terms, labels } = useBillingWords();
  const [days, setDays] = useState(String(value.termDays ?? USUAL_DAYS));
  const choose = (chosen: PaymentTerms) => {
    setDays(String(USUAL_DAYS));
    editing.set(
      settingKey,
      chosen === 'custom' ? { terms: chosen, termDays: USUAL_DAYS } : { terms: chosen, termDays: null },
    );
  };
  return (
    <div className={classes.terms}>
      <Select
        aria-labelledby={labelId}
        allowDeselect={false}
        data={terms}
        value={value.terms}
        onChange={(next) => next && choose(next as PaymentTerms)}
      />
      {value.terms === 'custom' ? (
        <TextInput
          id={fieldId(settingKey)}
          aria-label={labels.termDays}
          className={classes.short}
          inputMode="numeric"
          maxLength={3}
          autoComplete="off"
          value={days}
          error={editing.faults[settingKey]}
          onChange={({ currentTarget }) => {
            setDays(currentTarget.value);
            const typed = /^\d{1,3}$/.test(currentTarget.value.trim()) ? Number(currentTarget.value) : null;
            if (typed === null || typed > MOST_DAYS) {
              editing.fault(settingKey, t`A whole number of days, 0 to 180`);
            } else editing.set(settingKey, { terms: 'custom', termDays: typed });
          }}
        />
      ) : null}
    </div>
  );
}

function Currency({ settingKey, editing, value, labelId }: FieldProps<string>) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const currencies = useMemo(() => currencyOptions(locale), [locale]);
  return (
    <Select
      id={fieldId(settingKey)}
      aria-labelledby={labelId}
      searchable
      limit={60}
      allowDeselect={false}
      data={currencies}
      nothingFoundMessage={t`No such currency`}
      value={value}
      onChange={(next) => next && editing.set(settingKey, next)}
    />
  );
}
