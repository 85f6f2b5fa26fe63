import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { toDecimal } from '#contracts/money.ts';
import type { RateLevel, RateStep } from '#contracts/schemas/rate.ts';
import { useDayText } from './days.ts';
import classes from './moves.module.css';

/** Every level that was looked at, nearest first, with what it has; the one that applies is marked. */
export function Ladder({ looked }: { looked: readonly RateStep[] }) {
  const { t } = useLingui();
  const dayText = useDayText();
  const levels: Record<RateLevel, string> = {
    project: t`Project`,
    brand: t`Brand`,
    client: t`Client`,
    parent: t`Parent company`,
    card: t`Rate card of the workspace`,
  };
  const verdicts: Record<RateStep['verdict'], ReactNode> = {
    applies: (
      <b>
        <Trans>Applies</Trans>
      </b>
    ),
    overruled: t`A nearer level has one`,
    other_currency: t`Another currency: nothing is converted`,
    none: t`No rate on that day`,
  };
  return (
    <table className={classes.table}>
      <caption>
        <Trans>Looked at, in this order</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Level</Trans>
          </th>
          <th scope="col" data-align="end">
            <Trans>Regular</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {looked.map(({ level, id, name, rate, verdict }, at) => (
          // Parents that are not seen have no ids: the order is all that tells them apart.
          <tr key={id ?? `${level} ${at}`} data-verdict={verdict}>
            <th scope="row">
              {levels[level]}
              {name ? <span className={classes.name}>{name}</span> : null}
              <span className={classes.verdict}>{verdicts[verdict]}</span>
            </th>
            <td data-align="end" className={classes.amount}>
              {rate ? (
                <>
                  {toDecimal(rate.regular, rate.currency)} {rate.currency}
                  <span className={classes.verdict}>
                    <Trans>from {dayText(rate.effectiveFrom)}</Trans>
                  </span>
                </>
              ) : (
                '–'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
