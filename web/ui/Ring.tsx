import { useLingui } from '@lingui/react/macro';
import { RingProgress } from '@mantine/core';
import classes from './Ring.module.css';

/** Share of met requirements: from 90 fine, from 50 to watch, below that late. `null` means not applicable. */
export function Ring({ percent }: { percent: number | null }) {
  const { i18n, t } = useLingui();
  if (percent === null) {
    return (
      <span className={classes.none} role="img" aria-label={t`Not applicable`}>
        –
      </span>
    );
  }
  const tone = percent >= 90 ? 'ok' : percent >= 50 ? 'warn' : 'bad';
  return (
    <span className={classes.ring}>
      <RingProgress
        size={20}
        thickness={3}
        rootColor="var(--fy-active)"
        sections={[{ value: percent, color: `var(--fy-${tone})` }]}
        aria-hidden="true"
      />
      {i18n.number(percent / 100, { style: 'percent', maximumFractionDigits: 0 })}
    </span>
  );
}
