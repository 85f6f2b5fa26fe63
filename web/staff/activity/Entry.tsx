import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Activity } from '#contracts/schemas/activity.ts';
import { Status } from '#ui/Status.tsx';
import { TimelineItem } from '#ui/Timeline.tsx';
import { useTeamWords } from '../account-team/words.ts';
import { isStatus, useStatusWord } from '../clients/status.ts';
import { isFlag, useFlagWord } from '../contacts/flags.ts';
import { planIn } from '../contacts/planned.ts';
import { PlanText } from '../contacts/plans.tsx';
import { Moment } from '../notes/Moment.tsx';
import { NoteText } from '../notes/NoteText.tsx';
import { useNoteWords } from '../notes/words.ts';
import { useDayText } from '../rates/days.ts';
import { isRequirementState, useComplianceWords } from '../requirements/words.ts';
import { useHere } from '../session/me.ts';
import classes from './activity.module.css';
import { useFieldWord } from './fields.ts';
import type { Group } from './group.ts';
import { kindOf } from './sentences.tsx';

type Change = Activity['changes'][number];

interface EntriesProps {
  group: Group;
  isOpen: boolean;
  onOpen: () => void;
}

/** What one person did to one record in one go; the newest shows, the rest on request. */
export function Entries({ group, isOpen, onOpen }: EntriesProps) {
  const { t } = useLingui();
  const count = group.others.length;
  return (
    <>
      <Entry
        entry={group.newest}
        more={
          count > 0 && !isOpen ? (
            <Button
              variant="default"
              size="compact-xs"
              aria-expanded={false}
              aria-label={t`Show ${count} more changes made in one go`}
              onClick={onOpen}
            >
              <Trans>and {count} more</Trans>
            </Button>
          ) : null
        }
      />
      {isOpen ? group.others.map((entry) => <Entry key={entry.id} entry={entry} />) : null}
    </>
  );
}

function Entry({ entry, more }: { entry: Activity; more?: ReactNode }) {
  const { user } = useHere();
  const { t } = useLingui();
  const fieldWord = useFieldWord();
  const { actor, record, changes, note } = entry;
  const isCreation = entry.type.endsWith('.created');
  const main = isCreation ? undefined : (changes.find(({ field }) => field !== 'statusReason') ?? changes[0]);
  const others = isCreation ? [] : changes.filter((change) => change !== main);
  const who = <b>{actor.id === user.id ? t`You` : actor.label}</b>;
  const field = changes.length > 0 ? changes.map(fieldWord).join(', ') : t`a detail`;
  return (
    <TimelineItem
      actor={actor.type === 'system' ? undefined : { id: actor.id, name: actor.label }}
      icon={actor.type === 'system' ? <IconRobot stroke={1.7} /> : undefined}
      at={entry.at}
      {...boxes(main, useValue())}
      body={
        others.some(told) || more || note ? (
          <>
            {note ? <NoteText note={note} /> : null}
            {others.filter(told).map((change) => (
              <Other key={change.field} change={change} />
            ))}
            {more}
          </>
        ) : null
      }
    >
      {entry.hidden ? (
        <Trans>{who} did something in a module that is switched off</Trans>
      ) : (
        kindOf(entry.type).sentence({ who, what: <b>{record.label}</b>, field, entry })
      )}
    </TimelineItem>
  );
}

/** Of a hidden field it is only told that it changed. */
const told = ({ before, after }: Change) => before !== null || after !== null;

function boxes(change: Change | undefined, show: (change: Change, value: string) => ReactNode) {
  if (!change || !told(change)) return {};
  const { before, after } = change;
  return {
    ...(before !== null && { before: show(change, before) }),
    after: after === null ? <Trans>empty</Trans> : show(change, after),
  };
}

function Other({ change }: { change: Change }) {
  const show = useValue();
  const word = useFieldWord()(change);
  const { before, after } = change;
  return (
    <p className={classes.other}>
      <span>{word}</span>
      {before === null ? null : <s>{show(change, before)}</s>}
      <span>{after === null ? <Trans>empty</Trans> : show(change, after)}</span>
    </p>
  );
}

/** A value as people say it: a status with its glyph, roles by their words. */
function useValue() {
  const status = useStatusWord();
  const flag = useFlagWord();
  const { stateOf } = useComplianceWords();
  const noteWords: Record<string, string> = useNoteWords();
  const teamWords: Record<string, string> = useTeamWords();
  const { t } = useLingui();
  const followUpWords: Record<string, string> = { open: t`Open`, done: t`Done` };
  const proposalWords: Record<string, string> = { set_aside: t`Not needed`, proposed: t`Proposed` };
  const dayText = useDayText();
  return ({ field }: Change, value: string): ReactNode => {
    if (field === 'status' && isStatus(value)) {
      return <Status tone={status(value).tone}>{status(value).label}</Status>;
    }
    if (field === 'status' && isRequirementState(value)) {
      return <Status tone={stateOf(value).tone}>{stateOf(value).label}</Status>;
    }
    if (field === 'flags') {
      return value
        .split(', ')
        .map((one) => (isFlag(one) ? flag(one) : one))
        .join(', ');
    }
    const plan = field === 'planned' && planIn(value);
    if (plan) return <PlanText planned={plan} />;
    if (field === 'occurredAt') return <Moment at={value} />;
    if (field === 'kind') return noteWords[value] ?? value;
    if (field === 'role') return teamWords[value] ?? value;
    if (field === 'status') return followUpWords[value] ?? proposalWords[value] ?? value;
    const day = dayText(value);
    return day === value ? value : <time dateTime={value}>{day}</time>;
  };
}
