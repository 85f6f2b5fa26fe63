import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowMerge, IconDots, IconPencil, IconPlus, IconPrinter, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import type { Client, ClientStatus } from '#contracts/schemas/client.ts';
import { useFormats } from '#ui/formats.ts';
import { Mark } from '#ui/Mark.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Person } from '#ui/Person.tsx';
import { RecordHead } from '#ui/RecordHead.tsx';
import { StatusMenu, StatusPill } from '#ui/StatusPill.tsx';
import { Tabs } from '#ui/Tabs.tsx';
import { Tag } from '#ui/Tag.tsx';
import { useContacts } from '../contacts/useContacts.ts';
import { mergedInto } from '../merges/merged-into.ts';
import { projectsOf } from '../projects/queries.ts';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { QueryError } from '../shell/QueryError.tsx';
import { clientDetail } from './queries.ts';
import { RecordSkeleton } from './RecordSkeleton.tsx';
import { RecordWalk } from './RecordWalk.tsx';
import { isStatus, transitions, useStatusWord } from './status.ts';
import { useStatusChange } from './useStatusChange.tsx';
import { useTrashing } from './useTrashing.tsx';

const MergedNotice = onDemand(() =>
  import('../merges/MergedNotice.tsx').then((module) => module.MergedNotice),
);

export const route = createLazyRoute('/app/clients/$clientId')({ component: ClientPage });

/** One client: its head stays while the tabs change below it. */
function ClientPage() {
  const { clientId } = route.useParams();
  return (
    <>
      <RecordWalk clientId={clientId} />
      <Record clientId={clientId} />
    </>
  );
}

function Record({ clientId }: { clientId: ClientId }) {
  const { workspaceId } = useHere();
  const { data: client, isError, error, refetch } = useQuery(clientDetail(workspaceId, clientId));
  const { merged } = useRouterState({ select: ({ location }) => location.search as { merged?: string } });
  if (isError && !client) {
    const survivor = mergedInto(error);
    if (survivor) {
      return (
        <Navigate
          to="/clients/$clientId"
          params={{ clientId: survivor }}
          search={{ merged: clientId }}
          replace
        />
      );
    }
    return <QueryError error={error} onRetry={() => void refetch()} permission="clients.view" />;
  }
  if (!client) return <RecordSkeleton />;
  return (
    <>
      <Head client={client} />
      {merged ? <MergedNotice clientId={clientId} loserId={merged} /> : null}
      <ClientTabs client={client} />
      <Outlet />
    </>
  );
}

function Head({ client }: { client: Client }) {
  const { t } = useLingui();
  const { locale, timeZone } = useFormats();
  const { can } = useHere();
  const since = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone }).format(
    new Date(client.createdAt),
  );
  return (
    <RecordHead
      id={client.id}
      title={client.name}
      crumbs={[{ label: t`Clients`, href: '/clients' }, { label: client.name }]}
      mark={<Mark id={client.id} name={client.name} size={44} />}
      status={<HeadStatus client={client} />}
      meta={[
        ...(client.code ? [client.code] : []),
        <Person key="owner" id={client.ownerId} name={client.ownerName} label />,
        t`Client since ${since}`,
      ]}
      tags={
        client.tags.length > 0 || client.sample ? (
          <>
            {client.sample ? <Tag filled>{t`Sample`}</Tag> : null}
            {client.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </>
        ) : null
      }
      actions={
        <>
          {can('stakeholders.manage') ? (
            <LinkButton
              href={`/clients/${client.id}/contacts/new`}
              leftSection={<IconPlus size={15} stroke={2.2} />}
            >
              <Trans>Add contact</Trans>
            </LinkButton>
          ) : null}
          <MoreMenu client={client} />
        </>
      }
    />
  );
}

/** The status, as a menu for whoever may change it. */
function HeadStatus({ client }: { client: Client }): ReactNode {
  const { t } = useLingui();
  const { can } = useHere();
  const word = useStatusWord();
  const moving = useStatusChange();
  const option = (value: ClientStatus) => ({ value, ...word(value) });
  const { name, status } = client;
  if (!can('clients.update')) return <StatusPill tone={word(status).tone}>{word(status).label}</StatusPill>;
  return (
    <>
      <StatusMenu
        label={t`status of ${name}`}
        value={status}
        options={[status, ...transitions[status]].map(option)}
        onChange={(next) => isStatus(next) && moving.ask(client, next)}
      />
      {moving.dialog}
    </>
  );
}

function MoreMenu({ client }: { client: Client }) {
  const { t } = useLingui();
  const { can } = useHere();
  const navigate = useNavigate();
  const trashing = useTrashing(() => void navigate({ to: '/clients' }));
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // What is printed is what is on screen: the summary is the overview.
  const isOverview = path === `/clients/${client.id}`;
  if (!isOverview && !can('clients.update') && !can('clients.delete')) return null;
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t`More actions`} size={32}>
            <IconDots size={17} stroke={1.9} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {can('clients.update') ? (
            <Menu.Item
              leftSection={<IconPencil size={16} stroke={1.7} />}
              onClick={() =>
                void navigate({ to: '/clients/$clientId/edit', params: { clientId: client.id } })
              }
            >
              <Trans>Edit</Trans>
            </Menu.Item>
          ) : null}
          {isOverview ? (
            <Menu.Item leftSection={<IconPrinter size={16} stroke={1.7} />} onClick={() => window.print()}>
              <Trans>Print summary</Trans>
            </Menu.Item>
          ) : null}
          {can('clients.merge') ? (
            <Menu.Item
              leftSection={<IconArrowMerge size={16} stroke={1.7} />}
              onClick={() => void navigate({ to: '/clients/merge', search: { keep: client.id } })}
            >
              <Trans>Merge with…</Trans>
            </Menu.Item>
          ) : null}
          {can('clients.delete') ? (
            <Menu.Item
              color="var(--fy-bad-text)"
              leftSection={<IconTrash size={16} stroke={1.7} />}
              onClick={() => trashing.ask(client)}
            >
              <Trans>Move to trash</Trans>
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {trashing.dialog}
    </>
  );
}

function ClientTabs({ client }: { client: Client }) {
  const { t } = useLingui();
  const { workspaceId, allows } = useHere();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { people, hasNextPage } = useContacts(client.id, { enabled: allows(pageCatalogue.contacts) });
  const projects = useQuery({
    ...projectsOf(workspaceId, client.id),
    enabled: allows(pageCatalogue.projects),
  }).data;
  const base = `/clients/${client.id}`;
  const tab = (id: string, label: string) => {
    const href = `${base}/${id}`;
    return { id, label, href, active: path.startsWith(href) };
  };
  const others = [
    ...(allows(pageCatalogue.contacts)
      ? [
          {
            ...tab('contacts', t`Contacts`),
            count: people && (hasNextPage ? `${people.length}+` : people.length),
          },
        ]
      : []),
    ...(allows(pageCatalogue.companies) ? [tab('companies', t`Companies`)] : []),
    ...(allows(pageCatalogue.projects)
      ? [
          {
            ...tab('projects', t`Projects`),
            count: projects && (projects.page.next ? `${projects.data.length}+` : projects.data.length),
          },
        ]
      : []),
    ...(allows(pageCatalogue.rates) ? [tab('rates', t`Rates`)] : []),
    ...(allows(pageCatalogue.compliance) ? [tab('compliance', t`Compliance`)] : []),
    ...(allows(pageCatalogue.activity) ? [tab('activity', t`Activity`)] : []),
    ...(allows(pageCatalogue.clientSettings) ? [tab('settings', t`Settings`)] : []),
  ];
  const overview = {
    id: 'overview',
    label: t`Overview`,
    href: base,
    active: others.every(({ active }) => !active),
  };
  return <Tabs label={client.name} items={[overview, ...others]} />;
}
