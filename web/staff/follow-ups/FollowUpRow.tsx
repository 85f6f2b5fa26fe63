import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { IconClockPause, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { daysAfter } from '#contracts/days.ts';
import type { FollowUp } from '#contracts/schemas/follow-up.ts';
import { useFormats } from '#ui/formats.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { today } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import { Due } from './Due.tsx';
import { standingOf } from './due.ts';
import classes from './follow-ups.module.css';
import { useFollowUpChange } from './useFollowUpChange.tsx';

const FollowUpDrawer = onDemand(async () => (await import('./FollowUpDrawer.tsx')).FollowUpDrawer);
const RemoveDialog = onDemand(async () => (await import('../companies/RemoveDialog.tsx')).RemoveDialog);

interface FollowUpRowProps {
  followUp: FollowUp;
  /** Whose it is, or for which client. */
  whose: ReactNode;
}

/** One promise: done or not, what, when, and what else can be done with it. */
export function FollowUpRow({ followUp, whose }: FollowUpRowProps) {
  const { t } = useLingui();
  const { can } = useHere();
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const { change, remove } = useFollowUpChange();
  const { what, doneAt, clientId } = followUp;
  const isDone = doneAt !== null;
  const mayChange = can('timeline.note');
  const close = () => setDoing(undefined);
  return (
    <li>
      <div className={classes.row} data-done={isDone || undefined}>
        <Checkbox
          aria-label={t`Done: ${what}`}
          checked={isDone}
          disabled={!mayChange}
          onChange={() => change({ followUp, body: { done: !isDone } })}
        />
        <div className={classes.text}>
          <span className={classes.what}>{what}</span>
          <span className={classes.facts}>
            <Due followUp={followUp} />
            {whose}
          </span>
        </div>
        {mayChange ? (
          <Menu>
            <Menu.Target>
              <ActionIcon aria-label={t`Actions for ${what}`} size={28}>
                <IconDots size={16} stroke={2} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => setDoing('edit')}>
                <Trans>Edit</Trans>
              </Menu.Item>
              {isDone ? null : (
                <SnoozeItems
                  followUp={followUp}
                  onSnooze={(snoozedUntil) => change({ followUp, body: { snoozedUntil } })}
                />
              )}
              <Menu.Divider />
              <Menu.Item
                color="var(--fy-bad-text)"
                leftSection={<IconTrash size={16} stroke={1.7} />}
                onClick={() => setDoing('remove')}
              >
                <Trans>Remove</Trans>
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {doing === 'edit' ? <FollowUpDrawer clientId={clientId} followUp={followUp} onClose={close} /> : null}
      {doing === 'remove' ? (
        <RemoveDialog
          name={what}
          busy={remove.isPending}
          onCancel={close}
          onDone={() => remove.mutate(followUp, { onSettled: close })}
        >
          <Trans>Remove what was never meant. What was kept is better marked as done.</Trans>
        </RemoveDialog>
      ) : null}
    </li>
  );
}

interface SnoozeItemsProps {
  followUp: FollowUp;
  onSnooze: (until: string | null) => void;
}

/** Puts it off by a day or a week, counted from today, or from its own day where that is still to come. */
function SnoozeItems({ followUp, onSnooze }: SnoozeItemsProps) {
  const { locale } = useFormats();
  // Near enough to need no year.
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const now = today();
  const from = [followUp.dueOn, now].sort().at(-1) ?? now;
  const icon = <IconClockPause size={16} stroke={1.7} />;
  return (
    <>
      {[1, 7].map((days) => {
        const until = daysAfter(from, days);
        return (
          <Menu.Item key={days} leftSection={icon} onClick={() => onSnooze(until)}>
            <Trans>Snooze until {format.format(new Date(`${until}T00:00:00Z`))}</Trans>
          </Menu.Item>
        );
      })}
      {standingOf(followUp, now) === 'snoozed' ? (
        <Menu.Item leftSection={icon} onClick={() => onSnooze(null)}>
          <Trans>Bring back</Trans>
        </Menu.Item>
      ) : null}
    </>
  );
}
