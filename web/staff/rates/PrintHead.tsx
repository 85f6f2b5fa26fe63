import { Trans, useLingui } from '@lingui/react/macro';
import type { OvertimePolicy } from '#contracts/schemas/overtime.ts';
import classes from './rates.module.css';

interface PrintHeadProps {
  title: string;
  day: string;
  policy: OvertimePolicy;
  isHistory: boolean;
}

/** On paper only: whose rates these are, as of when, and what overtime costs where a rate does not say. */
export function PrintHead({ title, day, policy, isHistory }: PrintHeadProps) {
  const { i18n } = useLingui();
  const times = policy.kind === 'multiplier' ? i18n.number(policy.hundredths / 100) : '';
  return (
    <div className={classes.printHead}>
      <h2>{title}</h2>
      <p>
        {isHistory ? <Trans>With their history, as of {day}</Trans> : <Trans>As of {day}</Trans>}
        {' · '}
        <Trans>Amounts are by the hour.</Trans>{' '}
        {policy.kind === 'block' ? (
          <Trans>Overtime without a rate of its own is not billed.</Trans>
        ) : policy.kind === 'regular' ? (
          <Trans>Overtime without a rate of its own costs the regular rate.</Trans>
        ) : (
          <Trans>Overtime without a rate of its own costs {times} times the regular rate.</Trans>
        )}
      </p>
    </div>
  );
}
