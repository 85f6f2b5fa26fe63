import { Trans, useLingui } from '@lingui/react/macro';
import type { Requirement } from '#contracts/schemas/requirement.ts';
import { Link } from '#ui/Link.tsx';
import { Status } from '#ui/Status.tsx';
import { useDayText } from '../rates/days.ts';
import classes from './requirements.module.css';
import { isLate, isSnoozed, useComplianceWords } from './words.ts';

/** The state of a requirement in a word and a shape; what is late in red as well. */
export function StateCell({
  requirement,
}: {
  requirement: Pick<Requirement, 'state' | 'deadline' | 'waiver'>;
}) {
  const { stateOf, leftOf } = useComplianceWords();
  const { t } = useLingui();
  const dayText = useDayText();
  const { state, deadline, waiver } = requirement;
  const { label, tone } = stateOf(state);
  if (state === 'expiring' && deadline) {
    return <Status tone={tone} strong>{t`Expires ${leftOf(deadline.daysLeft)}`}</Status>;
  }
  if (state === 'waived' && waiver) {
    return <Status tone={tone}>{t`Waived until ${dayText(waiver.until)}`}</Status>;
  }
  return (
    <Status tone={tone} strong={tone === 'bad'}>
      {label}
    </Status>
  );
}

/** Until when it is met, or by when it is to be. */
export function DeadlineCell({ requirement }: { requirement: Pick<Requirement, 'state' | 'deadline'> }) {
  const { leftOf } = useComplianceWords();
  const dayText = useDayText();
  const { deadline } = requirement;
  if (!deadline) return <span className={classes.dim}>–</span>;
  const [day, left] = [dayText(deadline.on), leftOf(deadline.daysLeft)];
  return (
    <time dateTime={deadline.on} className={classes.days} title={left}>
      {deadline.kind === 'expires' ? (
        <Trans>Until {day}</Trans>
      ) : isLate(requirement) ? (
        <span className={classes.late}>
          <Trans>Overdue since {day}</Trans>
        </span>
      ) : (
        <Trans>Due {day}</Trans>
      )}
    </time>
  );
}

/** The latest evidence that was not withdrawn, with what was thought of it. */
export function EvidenceCell({ requirement }: { requirement: Requirement }) {
  const { reviewOf } = useComplianceWords();
  const { evidence } = requirement;
  const latest = evidence.find(({ review }) => review !== 'withdrawn') ?? evidence[0];
  if (!latest) return <span className={classes.dim}>–</span>;
  const { label, tone } = reviewOf(latest.review);
  return (
    <span className={classes.evidence}>
      <Link className="fy-link" href={latest.url} target="_blank">
        {latest.label}
      </Link>{' '}
      <Status tone={tone} dimmed>
        {label}
      </Status>
    </span>
  );
}

/** When somebody is reminded next; while reminders are snoozed, until when and why. */
export function ReminderCell({ requirement }: { requirement: Requirement }) {
  const dayText = useDayText();
  const { t } = useLingui();
  const { nextReminderOn, snooze } = requirement;
  if (snooze && isSnoozed(requirement)) {
    return <span title={snooze.reason}>{t`Snoozed until ${dayText(snooze.until)}`}</span>;
  }
  return nextReminderOn ? (
    <time dateTime={nextReminderOn} className={classes.days}>
      {dayText(nextReminderOn)}
    </time>
  ) : (
    <span className={classes.dim}>–</span>
  );
}
