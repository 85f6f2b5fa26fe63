import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Requirements } from '#contracts/schemas/requirement.ts';
import { useDayText } from '../rates/days.ts';
import { Figures } from './Figures.tsx';
import classes from './requirements.module.css';

interface SummaryProps {
  requirements: Requirements;
  action: ReactNode;
}

const met = new Set(['compliant', 'expiring', 'waived', 'not_applicable']);

/** How much of what applies is met, what has expired, and what comes next; and what more than a mark hangs on. */
export function Summary({ requirements, action }: SummaryProps) {
  const dayText = useDayText();
  const { data, today } = requirements;
  const coming = data
    .filter(({ state, deadline }) => deadline && deadline.on >= today && state !== 'waived')
    .sort((a, b) => ((a.deadline?.on ?? '') < (b.deadline?.on ?? '') ? -1 : 1))[0];
  const [name, day] = [coming?.standardName, coming?.deadline && dayText(coming.deadline.on)];
  const weighty = data.filter(({ state, blocking }) => blocking !== 'none' && !met.has(state));
  const names = weighty.map(({ standardName }) => standardName).join(', ');
  return (
    <>
      <div className={classes.head}>
        <Figures requirements={requirements} />
        {coming ? (
          <span className={classes.dim}>
            <Trans>
              Next: {name}, {day}
            </Trans>
          </span>
        ) : null}
        <span className={classes.tools}>{action}</span>
      </div>
      {weighty.length > 0 ? (
        <p className={classes.blocking}>
          <Trans>Must not stay open: {names}</Trans>
        </p>
      ) : null}
    </>
  );
}
