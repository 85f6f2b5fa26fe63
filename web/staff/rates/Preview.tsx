import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { toDecimal } from '#contracts/money.ts';
import type { RateOutcome } from '#contracts/schemas/rate.ts';
import { useFormats } from '#ui/formats.ts';
import { Strip } from '#ui/Strip.tsx';
import { useDayText } from './days.ts';
import classes from './moves.module.css';

interface PreviewProps {
  outcome: RateOutcome;
  /** Into how many parts it falls, each of which is written whole or not at all. */
  parts: number;
  /** Rates that are written already, where a part of them was refused. */
  written: number;
}

/** What a move would write, position by position, and what it would leave alone. */
export function Preview({ outcome: { data, skipped, later, foreign }, parts, written }: PreviewProps) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const dayText = useDayText();
  const list = (names: readonly string[]) => new Intl.ListFormat(locale).format(names);
  const kept = list(skipped);
  const abroad = list(foreign);
  const agreed = list(later);
  return (
    <section className={classes.preview} aria-label={t`Preview`} aria-live="polite">
      {data.length === 0 ? (
        <Strip tone="warn">
          <Trans>Nothing would be written.</Trans>
        </Strip>
      ) : (
        <table className={classes.table}>
          <caption>
            <Plural value={data.length} one="# rate would be written" other="# rates would be written" />
          </caption>
          <thead>
            <tr>
              <th scope="col">{t`Position`}</th>
              <th scope="col" data-align="end">{t`Regular`}</th>
              <th scope="col" data-align="end">{t`Overtime`}</th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ positionKey, positionName, currency, effectiveFrom, before, after }) => (
              <tr key={`${positionKey} ${effectiveFrom}`}>
                <th scope="row">
                  {positionName}
                  <span className={classes.verdict}>
                    <Trans>from {dayText(effectiveFrom)}</Trans>
                  </span>
                </th>
                <td data-align="end">
                  <Amounts before={before?.regular} after={after.regular} currency={currency} />
                </td>
                <td data-align="end">
                  <Amounts before={before?.overtime} after={after.overtime} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {skipped.length > 0 ? (
        <p>
          <Trans>Stays as it is: {kept}.</Trans>
        </p>
      ) : null}
      {later.length > 0 ? (
        <Strip tone="warn">
          <Trans>Rates agreed for later are not raised: {agreed}.</Trans>
        </Strip>
      ) : null}
      {written > 0 ? (
        <Strip tone="warn">
          <Plural
            value={written}
            one="# rate is written. Once more goes on with the rest."
            other="# rates are written. Once more goes on with the rest."
          />
        </Strip>
      ) : parts > 1 ? (
        <p>
          <Trans>Written in {parts} parts, each of them whole or not at all.</Trans>
        </p>
      ) : null}
      {foreign.length > 0 ? (
        <p>
          <Trans>In another currency, so not taken over: {abroad}. Nothing is converted.</Trans>
        </p>
      ) : null}
    </section>
  );
}

interface AmountsProps {
  before: number | null | undefined;
  after: number | null;
  currency: string;
}

/** An amount, and what it was. */
function Amounts({ before, after, currency }: AmountsProps) {
  const { t } = useLingui();
  return (
    <>
      {before === null || before === undefined ? null : (
        <>
          <VisuallyHidden>{t`so far`}</VisuallyHidden> <s>{toDecimal(before, currency)}</s>{' '}
        </>
      )}
      <span className={classes.amount}>
        {after === null ? t`Policy` : `${toDecimal(after, currency)} ${currency}`}
      </span>
    </>
  );
}
