import { Trans, useLingui } from '@lingui/react/macro';
import { MultiSelect, TagsInput } from '@mantine/core';
import { useMemo } from 'react';
import { FieldGroup } from '#ui/FieldRow.tsx';
import { useFormats } from '#ui/formats.ts';
import { countryOptions } from '../clients/form/countries.ts';
import { useRuleWords } from './rule-words.ts';
import classes from './standards.module.css';

/** The rule as the form has it: all kinds, each maybe empty. */
export interface RuleValues {
  industries: string[];
  serviceTypeKeys: string[];
  countries: string[];
  tags: string[];
}

interface RuleFieldsProps {
  labels: Record<string, string>;
  rule: RuleValues;
  field: (path: string) => object;
}

/** To which clients a standard is proposed, and the same in plain words. */
export function RuleFields({ labels, rule, field }: RuleFieldsProps) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const { ruleText, serviceOptions, industries } = useRuleWords();
  const countries = useMemo(() => countryOptions(locale), [locale]);
  const clearing = { clearButtonProps: { 'aria-label': t`Clear` }, clearable: true };
  const condition = ruleText(rule);
  return (
    <FieldGroup title={t`Proposed by rule`}>
      <TagsInput
        label={labels['rule.industries']}
        data={industries}
        maxTags={20}
        maxLength={80}
        acceptValueOnBlur
        {...clearing}
        {...field('rule.industries')}
      />
      <MultiSelect
        label={labels['rule.serviceTypeKeys']}
        data={serviceOptions(rule.serviceTypeKeys)}
        maxValues={20}
        searchable
        nothingFoundMessage={t`Nothing of this name`}
        {...clearing}
        {...field('rule.serviceTypeKeys')}
      />
      <MultiSelect
        label={labels['rule.countries']}
        data={countries}
        maxValues={20}
        searchable
        limit={50}
        nothingFoundMessage={t`Nothing of this name`}
        {...clearing}
        {...field('rule.countries')}
      />
      <TagsInput
        label={labels['rule.tags']}
        maxTags={20}
        maxLength={40}
        acceptValueOnBlur
        {...clearing}
        {...field('rule.tags')}
      />
      <p className={classes.preview} aria-live="polite">
        {condition ? (
          <Trans>Proposed to a client when {condition}. Somebody then assigns it, or says why not.</Trans>
        ) : (
          <Trans>Proposed to nobody. Name what clients have in common that should meet it.</Trans>
        )}
      </p>
    </FieldGroup>
  );
}
