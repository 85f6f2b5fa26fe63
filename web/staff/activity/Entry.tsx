import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Activity } from '#contracts/schemas/activity.ts';
import { TimelineItem } from '#ui/Timeline.tsx';
import { NoteText } from '../notes/NoteText.tsx';
import { useHere } from '../session/me.ts';
import classes from './activity.module.css';
import { useFieldWord } from './fields.ts';
import type { Group } from './group.ts';
import { kindOf } from './sentences.tsx';
import { useValue } from './values.tsx';

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
