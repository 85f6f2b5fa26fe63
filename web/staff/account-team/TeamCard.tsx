import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { TeamPlace } from '#contracts/schemas/account-team.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { Link } from '#ui/Link.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Person } from '#ui/Person.tsx';
import { Status } from '#ui/Status.tsx';
import { toast } from '#ui/toast.tsx';
import { clientDetail } from '../clients/queries.ts';
import { ListCard } from '../companies/ListCard.tsx';
import { errorText } from '../errors.ts';
import { useDayText } from '../rates/days.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import classes from './account-team.module.css';
import { refreshTeams, teamOf } from './queries.ts';
import { useTeamWords } from './words.ts';

const TeamDrawer = onDemand(async () => (await import('./TeamDrawer.tsx')).TeamDrawer);
const RemoveDialog = onDemand(async () => (await import('../companies/RemoveDialog.tsx')).RemoveDialog);

/** The owner may hold a place as well: he became it later. */
type Row =
  | { isOwner: true; client: Client; place: TeamPlace | undefined }
  | { isOwner: false; place: TeamPlace };

/** Who of the workspace does what for a client: its owner, and everybody beside him. */
export function TeamCard({ clientId }: { clientId: ClientId }) {
  const { i18n, t } = useLingui();
  const { workspaceId, can } = useHere();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  const { data: team, isError, refetch } = useQuery(teamOf(workspaceId, clientId));
  const [open, setOpen] = useState<TeamPlace | 'new'>();
  const [leaving, setLeaving] = useState<TeamPlace>();
  const mayEdit = can('clients.update');
  const rows: Row[] | undefined = team &&
    client && [
      { isOwner: true, client, place: team.find(({ userId }) => userId === client.ownerId) },
      ...team
        .filter(({ userId }) => userId !== client.ownerId)
        .map((place): Row => ({ isOwner: false, place })),
    ];

  const remove = useMutation({
    mutationFn: ({ userId, version }: TeamPlace) =>
      api.accountTeam.remove({ params: { workspaceId, clientId, userId }, ifMatch: version }),
    onSuccess: (_, { memberName }) => toast.ok(<Trans>{memberName} was taken off the team</Trans>),
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => {
      setLeaving(undefined);
      return refreshTeams(workspaceId);
    },
  });

  const menu = ({ place }: Row) =>
    place === undefined ? null : (
      <>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => setOpen(place)}>
          <Trans>Edit</Trans>
        </Menu.Item>
        <Menu.Item
          color="var(--fy-bad-text)"
          leftSection={<IconTrash size={16} stroke={1.7} />}
          onClick={() => setLeaving(place)}
        >
          <Trans>Remove</Trans>
        </Menu.Item>
      </>
    );

  return (
    <>
      <ListCard
        title={t`Account team`}
        rows={rows}
        failed={isError}
        onRetry={() => void refetch()}
        rowId={(row) => (row.isOwner ? 'owner' : row.place.id)}
        rowName={(row) => (row.isOwner ? row.client.ownerName : row.place.memberName)}
        render={(row) =>
          row.isOwner ? <Owner client={row.client} place={row.place} /> : <Place place={row.place} />
        }
        menu={mayEdit ? menu : undefined}
        add={mayEdit ? { label: t`Add member`, onClick: () => setOpen('new') } : undefined}
        empty={null}
        foot={
          team?.length === 0 ? (
            <Trans>
              Nobody else yet. Add who leads, delivers, bills and supports, so that everybody knows whom to
              ask.
            </Trans>
          ) : null
        }
      />
      {open && client ? (
        <TeamDrawer
          clientId={clientId}
          place={open === 'new' ? null : open}
          ownerId={client.ownerId}
          team={team ?? []}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {leaving ? (
        <RemoveDialog
          name={leaving.memberName}
          busy={remove.isPending}
          onCancel={() => setLeaving(undefined)}
          onDone={() => remove.mutate(leaving)}
        >
          <Trans>They leave the team of this client. What they see stays as it is.</Trans>
        </RemoveDialog>
      ) : null}
    </>
  );
}

function Owner({ client: { ownerId, ownerName }, place }: { client: Client; place: TeamPlace | undefined }) {
  const words = useTeamWords();
  return (
    <>
      <span className={classes.person}>
        <Person id={ownerId} name={ownerName} size={24} label />
      </span>
      <span className={classes.role}>
        <Trans>Owner</Trans>
      </span>
      {place ? <span className={classes.role}>{words[place.role]}</span> : null}
    </>
  );
}

function Place({ place }: { place: TeamPlace }) {
  const words = useTeamWords();
  const dayText = useDayText();
  const { userId, memberName, role, since, clientId } = place;
  return (
    <>
      <span className={classes.person}>
        <Person id={userId} name={memberName} size={24} label />
      </span>
      <span className={classes.role}>{words[role]}</span>
      <span className={classes.dim}>
        <Trans>
          since <time dateTime={since}>{dayText(since)}</time>
        </Trans>
      </span>
      {place.status === 'disabled' ? (
        <Status tone="idle" dimmed>
          <Trans>Disabled</Trans>
        </Status>
      ) : place.seesClient ? null : (
        <Status tone="warn">
          <Trans>
            Does not see this client yet:{' '}
            <Link className="fy-link" href={`/clients/${clientId}/projects`}>
              make them a member of a project
            </Link>
          </Trans>
        </Status>
      )}
    </>
  );
}
