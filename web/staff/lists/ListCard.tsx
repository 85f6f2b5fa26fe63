import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, TextInput, VisuallyHidden } from '@mantine/core';
import { IconArchive, IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { Card } from '#ui/Card.tsx';
import { type Draft, faultsOf, moved, newDraft } from './drafts.ts';
import classes from './lists.module.css';

interface ListCardProps {
  title: string;
  drafts: Draft[];
  showFaults: boolean;
  onChange: (next: Draft[]) => void;
}

/** One list: its entries in their order, the archived ones below, and a line to add one. */
export function ListCard({ title, drafts, showFaults, onChange }: ListCardProps) {
  const { t } = useLingui();
  const [told, setTold] = useState('');
  /** What had the focus before its row was drawn elsewhere, which takes the focus away. */
  const held = useRef<string>(undefined);
  const faults = showFaults ? faultsOf(drafts) : new Map<string, 'blank' | 'twice'>();
  const offered = drafts.filter(({ archived }) => !archived);
  const archived = drafts.filter((draft) => draft.archived);

  useLayoutEffect(() => {
    if (held.current) document.getElementById(held.current)?.focus();
    held.current = undefined;
  });

  const edit = (id: string, change: Partial<Draft>) =>
    onChange(drafts.map((draft) => (draft.id === id ? { ...draft, ...change } : draft)));
  const move = (id: string, by: -1 | 1) => {
    held.current = document.activeElement?.id;
    const next = moved(drafts, id, by);
    onChange(next);
    const place = next.filter((draft) => !draft.archived).findIndex((draft) => draft.id === id) + 1;
    setTold(t`Now at ${place} of ${offered.length}`);
  };

  return (
    <Card title={title} count={offered.length} flush>
      {offered.length === 0 ? (
        <p className={classes.none}>
          <Trans>Nothing here yet. Forms take any text until there is.</Trans>
        </p>
      ) : (
        <ul className={classes.entries}>
          {offered.map((draft, at) => (
            <Entry
              key={draft.id}
              draft={draft}
              fault={faults.get(draft.id)}
              isFirst={at === 0}
              isLast={at === offered.length - 1}
              onRename={(label) => edit(draft.id, { label })}
              onMove={(by) => move(draft.id, by)}
              onArchive={() =>
                draft.key === undefined
                  ? onChange(drafts.filter(({ id }) => id !== draft.id))
                  : edit(draft.id, { archived: true })
              }
            />
          ))}
        </ul>
      )}
      <AddEntry title={title} onAdd={(label) => onChange([...drafts, newDraft(label)])} />
      {archived.length > 0 ? (
        <Archived entries={archived} onRestore={(id) => edit(id, { archived: false })} />
      ) : null}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </Card>
  );
}

interface EntryProps {
  draft: Draft;
  fault: 'blank' | 'twice' | undefined;
  isFirst: boolean;
  isLast: boolean;
  onRename: (label: string) => void;
  onMove: (by: -1 | 1) => void;
  onArchive: () => void;
}

/** Its label, and where it stands; Alt with an arrow moves it from the field too. */
function Entry({ draft, fault, isFirst, isLast, onRename, onMove, onArchive }: EntryProps) {
  const { t } = useLingui();
  const id = useId();
  const { label } = draft;
  const isNew = draft.key === undefined;
  const arrow = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li>
      <TextInput
        id={`${id}-label`}
        className={classes.label}
        aria-label={t`Label of ${label}`}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        value={label}
        maxLength={80}
        error={fault && (fault === 'blank' ? t`Must not be blank` : t`Is in this list already`)}
        onChange={(event) => onRename(event.currentTarget.value)}
        onKeyDown={arrow}
      />
      <ActionIcon
        id={`${id}-up`}
        aria-label={t`Move ${label} up`}
        aria-disabled={isFirst}
        data-off={isFirst || undefined}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={15} stroke={1.7} />
      </ActionIcon>
      <ActionIcon
        id={`${id}-down`}
        aria-label={t`Move ${label} down`}
        aria-disabled={isLast}
        data-off={isLast || undefined}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={15} stroke={1.7} />
      </ActionIcon>
      <ActionIcon aria-label={isNew ? t`Remove ${label}` : t`Archive ${label}`} onClick={onArchive}>
        {isNew ? <IconX size={15} stroke={1.7} /> : <IconArchive size={15} stroke={1.7} />}
      </ActionIcon>
    </li>
  );
}

function AddEntry({ title, onAdd }: { title: string; onAdd: (label: string) => void }) {
  const { t } = useLingui();
  const [label, setLabel] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim() === '') return;
    onAdd(label.trim());
    setLabel('');
  };
  return (
    <form className={classes.add} onSubmit={add}>
      <TextInput
        className={classes.label}
        aria-label={t`New entry in ${title}`}
        placeholder={t`Add an entry`}
        value={label}
        maxLength={80}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        aria-label={t`Add to ${title}`}
        leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
      >
        <Trans>Add</Trans>
      </Button>
    </form>
  );
}

function Archived({ entries, onRestore }: { entries: Draft[]; onRestore: (id: string) => void }) {
  const { t } = useLingui();
  return (
    <details className={classes.archived}>
      <summary>
        <Plural value={entries.length} one="# archived" other="# archived" />
      </summary>
      <ul>
        {entries.map(({ id, label }) => (
          <li key={id}>
            <span>{label}</span>
            <Button
              size="xs"
              variant="default"
              aria-label={t`Restore ${label}`}
              onClick={() => onRestore(id)}
            >
              <Trans>Restore</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
