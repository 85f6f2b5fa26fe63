import { Trans } from '@lingui/react/macro';
import type { FollowUp } from '#contracts/schemas/follow-up.ts';
import { RelTime } from '#ui/RelTime.tsx';
import { Status } from '#ui/Status.tsx';
import { today, useDayText } from '../rates/days.ts';
import { standingOf } from './due.ts';

/** When a follow-up is due, or was done: in words, and in the colour that goes with them. */
export function Due({ followUp }: { followUp: FollowUp }) {
  const text = useDayText();
  const { dueOn, snoozedUntil, doneAt } = followUp;
  const day = <time dateTime={dueOn}>{text(dueOn)}</time>;
  switch (standingOf(followUp, today())) {
    case 'done':
      return (
        <Status tone="ok" dimmed>
          <Trans>Done {doneAt ? <RelTime at={doneAt} /> : null}</Trans>
        </Status>
      );
    case 'snoozed':
      return (
        <Status tone="idle" dimmed>
          <Trans>
            Snoozed until <time dateTime={snoozedUntil ?? ''}>{text(snoozedUntil ?? '')}</time>
          </Trans>
        </Status>
      );
    case 'overdue':
      return (
        <Status tone="bad" strong>
          <Trans>Overdue since {day}</Trans>
        </Status>
      );
    case 'today':
      return (
        <Status tone="warn">
          <Trans>Due today</Trans>
        </Status>
      );
    case 'ahead':
      return (
        <Status tone="info" dimmed>
          <Trans>Due {day}</Trans>
        </Status>
      );
  }
}
