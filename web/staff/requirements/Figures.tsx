import { Plural, Trans } from '@lingui/react/macro';
import type { Requirements } from '#contracts/schemas/requirement.ts';
import { Ring } from '#ui/Ring.tsx';
import { StatusGlyph } from '#ui/StatusGlyph.tsx';
import classes from './requirements.module.css';

/** How much of what applies is met, what has expired and what soon will: by figure, word and shape. */
export function Figures({ requirements: { summary, data } }: { requirements: Requirements }) {
  const { applicable, met, percent, expired } = summary;
  const expiring = data.filter(({ state }) => state === 'expiring').length;
  return (
    <>
      <span className={classes.figure}>
        <Ring percent={percent} />
        <span>
          <Trans>
            {met} of {applicable} met
          </Trans>
        </span>
      </span>
      {expired > 0 ? (
        <span className={`${classes.figure} ${classes.late}`}>
          <StatusGlyph tone="bad" />
          <Plural value={expired} one="# expired" other="# expired" />
        </span>
      ) : null}
      {expiring > 0 ? (
        <span className={classes.figure}>
          <StatusGlyph tone="warn" />
          <Plural value={expiring} one="# expires soon" other="# expire soon" />
        </span>
      ) : null}
    </>
  );
}
