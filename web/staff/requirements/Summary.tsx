import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Requirements } from '#contracts/schemas/requirement.ts';
import { Ring } from '#ui/Ring.tsx';
import { StatusGlyph } from '#ui/StatusGlyph.tsx';
import { useDayText } from '../rates/days.ts';
import classes from './requirements.module.css';

interface SummaryProps {
  requirements: Requirements;
  action: ReactNode;
}

const met = new Set(['compliant', 'expiring', 'waived', 'not_applicable']);

/** How much of what applies is met, what has expired, and what comes next; and what more than a mark hangs on. */
export function Summary({ requirements: { summary, data, today }, action }: SummaryProps) {
  const dayText = useDayText();
  const { applicable, percent, expired } = summary;
  const coming = data
    .filter(({ state, deadline }) => deadline && deadline.on >= today && state !== 'waived')
    .sort((a, b) => ((a.deadline?.on ?? '') < (b.deadline?.on ?? '') ? -1 : 1))[0];
  const [name, day] = [coming?.standardName, coming?.deadline && dayText(coming.deadline.on)];
  const weighty = data.filter(({ state, blocking }) => blocking !== 'none' && !met.has(state));
  const names = weighty.map(({ standardName }) => standardName).join(', ');
  return (
    <>
      <div className={classes.head}>
        <span className={classes.figure}>
          <Ring percent={percent} />
          <span>
            <Trans>
              {summary.met} of {applicable} met
            </Trans>
          </span>
        </span>
        {expired > 0 ? (
          <span className={`${classes.figure} ${classes.late}`}>
            <StatusGlyph tone="bad" />
            <Plural value={expired} one="# expired" other="# expired" />
          </span>
        ) : null}
        {coming ? (
          <span className={classes.dim}>
            <Trans>
              Next: {name}, {day}
            </Trans>
          </span>
        ) : null}
        {action}
      </div>
      {weighty.length > 0 ? (
        <p className={classes.blocking}>
          <Trans>Must not stay open: {names}</Trans>
        </p>
      ) : null}
    </>
  );
}
