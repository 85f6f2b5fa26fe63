import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { useId } from 'react';
import type { MergeChoice, MergeSide } from '#contracts/merging.ts';
import type { MergeField, MergePreview } from '#contracts/schemas/merge.ts';
import classes from './merges.module.css';

export type Choices = Readonly<Record<string, MergeChoice>>;

interface MergeFieldsProps {
  preview: MergePreview;
  choices: Choices;
  onChoose: (field: string, choice: MergeChoice) => void;
}

/** Every field in which the two differ, with whose value is kept; those that are the same lie folded below. */
export function MergeFields({ preview, choices, onChoose }: MergeFieldsProps) {
  const { survivor, loser, fields } = preview;
  const different = fields.filter(({ state }) => state !== 'same');
  const same = fields.filter(({ state }) => state === 'same');
  return (
    <div className={classes.fields}>
      <div className={classes.columns} aria-hidden="true">
        <span />
        <b>{survivor.name}</b>
        <b>{loser.name}</b>
      </div>
      {different.length === 0 ? (
        <p className={classes.none}>
          <Trans>The two records say the same.</Trans>
        </p>
      ) : null}
      {different.map((field) => (
        <FieldChoice
          key={field.field}
          field={field}
          names={{ survivor: survivor.name, loser: loser.name }}
          chosen={choices[field.field] ?? (field.mustChoose ? null : field.take)}
          onChoose={(side) => onChoose(field.field, side)}
        />
      ))}
      {same.length > 0 ? (
        <details className={classes.same}>
          <summary>
            <Plural value={same.length} one="# field is the same" other="# fields are the same" />
          </summary>
          <dl>
            {same.map(({ field, label, survivor: value }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </div>
  );
}

interface FieldChoiceProps {
  field: MergeField;
  names: Record<MergeSide, string>;
  chosen: MergeChoice | null;
  onChoose: (choice: MergeChoice) => void;
}

/** One field: two values, of which one is kept. */
function FieldChoice({ field, names, chosen, onChoose }: FieldChoiceProps) {
  const { t } = useLingui();
  const id = useId();
  const blank = t`Nothing`;
  return (
    <div
      className={classes.field}
      role="radiogroup"
      aria-labelledby={id}
      data-open={chosen === null || undefined}
    >
      <span id={id} className={classes.label}>
        {field.label}
        {chosen === null ? (
          <span className={classes.must}>
            <Trans>Choose one</Trans>
          </span>
        ) : null}
      </span>
      {(['survivor', 'loser'] as const).map((side) => (
        <div key={side} className={classes.side} data-chosen={chosen === side || undefined}>
          <Radio
            name={`${id}-choice`}
            value={side}
            checked={chosen === side}
            onChange={() => onChoose(side)}
            aria-label={t`${names[side]}: ${field[side] ?? blank}`}
            label={
              <span className={classes.value}>
                <span className={classes.whose} aria-hidden="true">
                  {names[side]}
                </span>
                {field[side] ?? <em>{blank}</em>}
              </span>
            }
          />
        </div>
      ))}
      {field.joinable ? (
        <div className={classes.both}>
          <Radio
            name={`${id}-choice`}
            value="both"
            checked={chosen === 'both'}
            onChange={() => onChoose('both')}
            aria-label={t`${field.label}: both, one below the other`}
            label={<Trans>Both, one below the other</Trans>}
          />
        </div>
      ) : null}
    </div>
  );
}
