import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { toDecimal } from '#contracts/money.ts';
import type { RateOutcome } from '#contracts/schemas/rate.ts';
import { useFormats } from '#ui/formats.ts';
import { Strip } from '#ui/Strip.tsx';
import classes from './moves.module.css';

/** What a move would write, position by position, and what it would leave alone. */
export function Preview({ outcome: { data, skipped, foreign } }: { outcome: RateOutcome }) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const list = (names: readonly string[]) => new Intl.ListFormat(locale).format(names);
  const kept = list(skipped);
  const abroad = list(foreign);
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
            {data.map(({ positionKey, positionName, currency, before, after }) => (
              <tr key={positionKey}>
                <th scope="row">{positionName}</th>
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
