import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArchive, IconArchiveOff, IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { Standard } from '#contracts/schemas/standard.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { PageHead } from '#ui/PageHead.tsx';
import { Status } from '#ui/Status.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { useHere } from '../session/me.ts';
import { QueryError } from '../shell/QueryError.tsx';
import { standardsOf } from './queries.ts';
import { useRuleWords } from './rule-words.ts';
import classes from './standards.module.css';
import { useStandardChanges } from './useStandardChanges.tsx';
import { useBlockingWords } from './words.ts';

export const route = createLazyRoute('/app/settings/standards')({ component: StandardsPage });

const StandardDrawer = onDemand(async () => (await import('./StandardDrawer.tsx')).StandardDrawer);

/** What clients of this workspace may have to meet. */
function StandardsPage() {
  const { t, i18n } = useLingui();
  const { workspaceId } = useHere();
  const { data, isError, error, refetch } = useQuery(standardsOf(workspaceId));
  const [open, setOpen] = useState<Standard | 'new'>();
  const changes = useStandardChanges();
  const columns = useColumns();
  if (isError && !data) {
    return <QueryError error={error} onRetry={() => void refetch()} permission="lists.manage" />;
  }
  const add = (
    <Button
      leftSection={<IconPlus size={15} stroke={2.2} aria-hidden="true" />}
      onClick={() => setOpen('new')}
    >
      <Trans>New standard</Trans>
    </Button>
  );
  const menu = (standard: Standard) => (
    <>
      <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => setOpen(standard)}>
        <Trans>Edit</Trans>
      </Menu.Item>
      <Menu.Item
        leftSection={
          standard.archived ? (
            <IconArchiveOff size={16} stroke={1.7} />
          ) : (
            <IconArchive size={16} stroke={1.7} />
          )
        }
        onClick={() => changes.archive(standard, !standard.archived)}
      >
        {standard.archived ? <Trans>Bring back</Trans> : <Trans>Archive</Trans>}
      </Menu.Item>
      {standard.uses ? null : (
        <Menu.Item
          color="var(--fy-bad-text)"
          leftSection={<IconTrash size={16} stroke={1.7} />}
          onClick={() => changes.ask(standard)}
        >
          <Trans>Delete</Trans>
        </Menu.Item>
      )}
    </>
  );
  return (
    <>
      <PageHead
        title={t`Standards`}
        count={data ? i18n.number(data.length) : undefined}
        description={
          <Trans>
            What clients may have to meet. One in use is archived instead of deleted: it stays where it is.
          </Trans>
        }
        actions={data && data.length > 0 ? add : null}
      />
      <section className={classes.table}>
        <DataTable<Standard>
          label={t`Standards`}
          columns={columns}
          rows={data}
          rowId={({ key }) => key}
          rowName={({ name }) => name}
          skeletonRows={4}
          rowMenu={menu}
          renderCard={(standard) => <StandardCard standard={standard} menu={menu(standard)} />}
          empty={
            <EmptyState kind="first-use" title={t`No standards yet`} action={add}>
              <Trans>
                A standard such as ISO 9001 or a liability insurance, with the evidence it takes and when to
                remind of its end.
              </Trans>
            </EmptyState>
          }
        />
      </section>
      {open ? (
        <StandardDrawer standard={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />
      ) : null}
      {changes.dialog}
    </>
  );
}

function StandardCard({ standard, menu }: { standard: Standard; menu: ReactNode }) {
  const { t } = useLingui();
  const { name, reminders, uses } = standard;
  return (
    <div className={classes.card}>
      <div className={classes.cardText}>
        <span className={classes.name}>{name}</span>
        <StandardStatus archived={standard.archived} />
        <span className={classes.dim}>
          {uses === undefined ? null : (
            <>
              <Plural value={uses} _0="In use nowhere" one="# client" other="# clients" /> ·{' '}
            </>
          )}
          {reminders.join(', ')}
        </span>
      </div>
      <Menu width={200}>
        <Menu.Target>
          <ActionIcon aria-label={t`Actions for ${name}`} size={36}>
            <IconDots size={17} stroke={1.9} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{menu}</Menu.Dropdown>
      </Menu>
    </div>
  );
}

/** To whom it is proposed, in plain words. */
function RuleCell({ rule }: Pick<Standard, 'rule'>) {
  const { ruleText } = useRuleWords();
  if (!rule) return '–';
  const text = ruleText(rule);
  return <span title={text}>{text}</span>;
}

function StandardStatus({ archived }: Pick<Standard, 'archived'>) {
  const { t } = useLingui();
  return archived ? (
    <Status tone="idle" dimmed>{t`Archived`}</Status>
  ) : (
    <Status tone="ok">{t`Offered`}</Status>
  );
}

function useColumns(): DataColumn<Standard>[] {
  const { t, i18n } = useLingui();
  const { words } = useBlockingWords();
  const [none, warn, block] = [words.none, words.warn, words.block];
  return useMemo(() => {
    const blockings = { none, warn, block };
    return [
      {
        id: 'name',
        header: t`Standard`,
        width: 190,
        fixed: true,
        cell: ({ name }) => <span className={classes.name}>{name}</span>,
      },
      { id: 'key', header: t`Key`, width: 120, dim: true, cell: ({ key }) => key },
      {
        id: 'status',
        header: t`Status`,
        width: 90,
        cell: ({ archived }) => <StandardStatus archived={archived} />,
      },
      {
        id: 'reminders',
        header: t`Reminders, days before`,
        width: 140,
        dim: true,
        cell: ({ reminders }) => reminders.join(', ') || '–',
      },
      {
        id: 'blocking',
        header: t`While not met`,
        width: 110,
        dim: true,
        cell: ({ blocking }) => blockings[blocking],
      },
      {
        id: 'rule',
        header: t`Proposed when`,
        width: 170,
        dim: true,
        cell: ({ rule }) => <RuleCell rule={rule} />,
      },
      {
        id: 'uses',
        header: t`Clients`,
        width: 70,
        align: 'end',
        cell: ({ uses }) => (uses === undefined ? '–' : i18n.number(uses)),
      },
    ];
  }, [t, i18n, none, warn, block]);
}
