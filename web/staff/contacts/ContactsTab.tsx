import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconHistory, IconNote, IconPencil, IconPlus, IconStar, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContactId } from '#contracts/ids.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Strip } from '#ui/Strip.tsx';
import { clientDetail } from '../clients/queries.ts';
import { RoutingCard } from '../routing/RoutingCard.tsx';
import { useHere } from '../session/me.ts';
import { ContactCard } from './ContactCard.tsx';
import { isGone, useContactColumns } from './columns.tsx';
import classes from './contacts.module.css';
import { usePhoneText } from './phones.ts';
import { contactsOf } from './queries.ts';
import { useMakePrimary } from './useMakePrimary.tsx';
import { useRemoving } from './useRemoving.tsx';

const RolesDrawer = onDemand(async () => (await import('./RolesDrawer.tsx')).RolesDrawer);

export const route = createLazyRoute('/app/clients/$clientId/contacts')({ component: ContactsTab });

function ContactsTab() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const { workspaceId, can, allows } = useHere();
  const navigate = useNavigate();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  const { data, isError, error, refetch } = useQuery(contactsOf(workspaceId, clientId));
  // The country in which the server reads a number without a country code.
  const phone = usePhoneText(client?.addresses[0]?.country);
  const mayEdit = can('stakeholders.manage');
  const mayRead = allows(pageCatalogue.activity);
  const removing = useRemoving(clientId, data?.data ?? []);
  const makePrimary = useMakePrimary(clientId);
  const columns = useContactColumns(phone);
  const [looked, setLooked] = useState<ContactId>();
  const shown = data?.data.find(({ id }) => id === looked);

  const add = () => void navigate({ to: '/clients/$clientId/contacts/new', params: { clientId } });
  const edit = ({ id }: Contact) =>
    void navigate({ to: '/clients/$clientId/contacts/$contactId', params: { clientId, contactId: id } });
  const notes = ({ id }: Contact) =>
    void navigate({
      to: '/clients/$clientId/contacts/$contactId/notes',
      params: { clientId, contactId: id },
    });
  const menu = (contact: Contact) => (
    <>
      {mayRead ? (
        <Menu.Item leftSection={<IconNote size={16} stroke={1.7} />} onClick={() => notes(contact)}>
          <Trans>Relationship notes</Trans>
        </Menu.Item>
      ) : null}
      <Menu.Item leftSection={<IconHistory size={16} stroke={1.7} />} onClick={() => setLooked(contact.id)}>
        <Trans>Roles over time</Trans>
      </Menu.Item>
      {mayEdit ? changes(contact) : null}
    </>
  );
  const changes = (contact: Contact) => (
    <>
      <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => edit(contact)}>
        <Trans>Edit</Trans>
      </Menu.Item>
      {contact.primary || isGone(contact) ? null : (
        <Menu.Item leftSection={<IconStar size={16} stroke={1.7} />} onClick={() => makePrimary(contact)}>
          <Trans>Make primary</Trans>
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item
        color="var(--fy-bad-text)"
        leftSection={<IconTrash size={16} stroke={1.7} />}
        onClick={() => removing.ask(contact)}
      >
        <Trans>Remove</Trans>
      </Menu.Item>
    </>
  );

  if (isError && !data) {
    return (
      <EmptyState
        kind="error"
        title={t`The contacts could not be read`}
        traceId={traceIdOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      {data?.page.next ? (
        <div className={classes.tools}>
          <Strip tone="info">
            <Trans>The first {data.data.length} contacts are shown.</Trans>
          </Strip>
        </div>
      ) : null}
      <div className={data?.data.length === 0 ? classes.nobody : classes.people}>
        <DataTable
          label={t`Contacts`}
          columns={columns}
          rows={data?.data}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          skeletonRows={4}
          rowMenu={menu}
          {...(mayEdit && { onOpen: edit })}
          renderCard={(contact) => <ContactCard contact={contact} phone={phone} menu={menu} />}
          empty={
            <EmptyState
              kind="first-use"
              title={t`Nobody yet`}
              action={
                mayEdit ? (
                  <Button leftSection={<IconPlus size={15} stroke={2.2} />} onClick={add}>
                    <Trans>Add contact</Trans>
                  </Button>
                ) : null
              }
            >
              <Trans>Add the people you deal with. The first one becomes the primary contact.</Trans>
            </EmptyState>
          }
        />
      </div>
      {data && data.data.length > 0 ? <RoutingCard clientId={clientId} /> : null}
      {shown ? <RolesDrawer contact={shown} onClose={() => setLooked(undefined)} /> : null}
      {removing.dialog}
      <Outlet />
    </>
  );
}
