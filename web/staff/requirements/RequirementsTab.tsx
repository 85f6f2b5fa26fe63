import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import type { RequirementId } from '#contracts/ids.ts';
import type { Requirement } from '#contracts/schemas/requirement.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Person } from '#ui/Person.tsx';
import { useHere } from '../session/me.ts';
import { DeadlineCell, EvidenceCell, StateCell } from './cells.tsx';
import { useRequirementColumns } from './columns.tsx';
import { ExportButton } from './ExportButton.tsx';
import { Proposals } from './Proposals.tsx';
import { requirementsOf } from './queries.ts';
import { type Opened, RequirementMenu } from './RequirementMenu.tsx';
import classes from './requirements.module.css';
import { Summary } from './Summary.tsx';

export const route = createLazyRoute('/app/clients/$clientId/compliance')({ component: RequirementsTab });

const AssignDrawer = onDemand(async () => (await import('./AssignDrawer.tsx')).AssignDrawer);
const Drawers = onDemand(async () => (await import('./Drawers.tsx')).Drawers);

/** What a client has to meet: how far it does today, with which evidence, until when, and who sees to it. */
function RequirementsTab() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const { workspaceId, can } = useHere();
  const { data, isError, error, refetch } = useQuery(requirementsOf(workspaceId, clientId));
  const [assigning, setAssigning] = useState<{ standardKey?: string }>();
  const [open, setOpen] = useState<{ id: RequirementId; opened: Opened }>();
  const manages = can('compliance.manage');
  const hasMenu = manages || can('compliance.waive');
  const show = useCallback(({ id }: Requirement) => setOpen({ id, opened: { kind: 'details' } }), []);
  const columns = useRequirementColumns(show);
  const chosen = data?.data.find(({ id }) => id === open?.id);

  const menu = (requirement: Requirement) => (
    <RequirementMenu requirement={requirement} onOpen={(opened) => setOpen({ id: requirement.id, opened })} />
  );
  const assign = manages ? (
    <Button
      variant={data?.data.length ? 'default' : 'filled'}
      leftSection={<IconPlus size={15} stroke={2.2} aria-hidden="true" />}
      onClick={() => setAssigning({})}
    >
      <Trans>Assign a standard</Trans>
    </Button>
  ) : null;

  if (isError && !data) {
    return (
      <EmptyState
        kind="error"
        title={t`Compliance could not be read`}
        traceId={traceIdOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      {data && data.data.length > 0 ? (
        <Summary
          requirements={data}
          action={
            <>
              <ExportButton clientId={clientId} requirements={data} />
              {assign}
            </>
          }
        />
      ) : null}
      <Proposals clientId={clientId} onAssign={(standardKey) => setAssigning({ standardKey })} />
      <DataTable
        label={t`Compliance`}
        columns={columns}
        rows={data?.data}
        rowId={({ id }) => id}
        rowName={({ standardName }) => standardName}
        skeletonRows={4}
        {...(hasMenu && { rowMenu: menu })}
        onOpen={show}
        renderCard={(requirement) => <RequirementCard requirement={requirement} menu={menu(requirement)} />}
        empty={
          <EmptyState kind="first-use" title={t`Nothing to meet yet`} action={assign}>
            <Trans>
              Assign the standards this client has to meet. Whoever is responsible is reminded before a
              deadline, and evidence is kept beside each.
            </Trans>
          </EmptyState>
        }
      />
      {assigning ? (
        <AssignDrawer
          clientId={clientId}
          assigned={data?.data ?? []}
          {...assigning}
          onClose={() => setAssigning(undefined)}
        />
      ) : null}
      {open && chosen ? (
        <Drawers
          requirement={chosen}
          opened={open.opened}
          onOpen={(opened) => setOpen({ ...open, opened })}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </>
  );
}

/** A requirement on a phone: what and how it stands, then until when, evidence and who. */
function RequirementCard({ requirement, menu }: { requirement: Requirement; menu: ReactNode }) {
  const { t } = useLingui();
  const { standardName, ownerId, ownerName } = requirement;
  return (
    <div className={classes.card}>
      <div className={classes.cardText}>
        <span className={classes.name}>{standardName}</span>
        <StateCell requirement={requirement} />
        <DeadlineCell requirement={requirement} />
        {requirement.evidence.length > 0 ? (
          <span>
            <EvidenceCell requirement={requirement} />
          </span>
        ) : null}
        <Person id={ownerId} name={ownerName} size={20} label />
      </div>
      <Menu width={240}>
        <Menu.Target>
          <ActionIcon aria-label={t`Actions for ${standardName}`} size={36}>
            <IconDots size={17} stroke={1.9} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{menu}</Menu.Dropdown>
      </Menu>
    </div>
  );
}
