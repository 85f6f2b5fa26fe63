import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useDayText } from './days.ts';
import type { Part, Row } from './grid.ts';
import classes from './rates.module.css';
import type { Grid } from './useGrid.ts';
import { useColumnWords } from './words.ts';

/** Says what somebody else made of a cell that is typed in here, and lets one of both be chosen. */
export function OvertakenRow({ grid, row, part }: { grid: Grid; row: Row; part: Part }) {
  const { t } = useLingui();
  const words = useColumnWords();
  const dayText = useDayText();
  const isDay = part === 'from' || part === 'to';
  const shown = (text: string | undefined) => (isDay ? dayText(text ?? '') : text) || t`empty`;
  const column = part === 'note' ? t`Internal note` : words[part];
  const [mine, theirs] = [shown(row.cells[part]), shown(row.theirs?.[part])];
  const who = row.rate?.updatedBy.label ?? '';
  return (
    <tr className={classes.overlap} data-bad>
      <td>
        <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
      </td>
      <td colSpan={9}>
        <div className={classes.sentence}>
          <span>
            <Trans>
              {who} changed {column} meanwhile: <b>{theirs}</b> is saved, <b>{mine}</b> is yours.
            </Trans>
          </span>
          <Button size="xs" variant="default" onClick={() => grid.decide(row, part, 'mine')}>
            <Trans>Keep mine: {mine}</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={() => grid.decide(row, part, 'theirs')}>
            <Trans>Take theirs: {theirs}</Trans>
          </Button>
        </div>
      </td>
    </tr>
  );
}
