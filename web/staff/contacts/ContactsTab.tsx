import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconHistory, IconNote, IconPencil, IconPlus, IconStar, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Outlet, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ContactId } from '#contracts/ids.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { useFormats } from '#ui/formats.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { clientDetail } from '../clients/queries.ts';
import { RoutingCard } from '../routing/RoutingCard.tsx';
import { useHere } from '../session/me.ts';
import { useToday } from '../settings/useToday.ts';
import { ContactCard } from './ContactCard.tsx';
import { useContactColumns } from './columns.tsx';
import classes from './contacts.module.css';
import { isFormer } from './former.ts';
import { PeopleTools } from './PeopleTools.tsx';
import { usePhoneText } from './phones.ts';
import { isNarrow, nothingWished, shownOf } from './shown.ts';
import { useContacts } from './useContacts.ts';
import { useMakePrimary } from './useMakePrimary.tsx';
import { useRemoving } from './useRemoving.tsx';

const RolesDrawer = onDemand(async () => (await import('./RolesDrawer.tsx')).RolesDrawer);

/** From so many on, looking for somebody is worth a line above the list. */
const MANY = 6;

export const route = createLazyRoute('/app/clients/$clientId/contacts')({ component: ContactsTab });

function ContactsTab() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const { workspaceId, can, allows } = useHere();
  const { locale } = useFormats();
  const today = useToday();
  const navigate = useNavigate();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  const [wish, setWish] = useState(nothingWished);
  const wished = isNarrow(wish) || wish.sort !== undefined;
  const contacts = useContacts(clientId, { all: wished });
  const { people, isError, error, refetch, hasNextPage, isFetchingNextPage } = contacts;
  const rows = useMemo(() => people && shownOf(people, wish, today, locale), [people, wish, today, locale]);
  // The country in which the server reads a number without a country code.
  const phone = usePhoneText(client?.addresses[0]?.country);
  const mayEdit = can('stakeholders.manage');
  const mayRead = allows(pageCatalogue.activity);
  const removing = useRemoving(clientId);
  const makePrimary = useMakePrimary(clientId);
  const columns = useContactColumns(clientId, phone);
  const [looked, setLooked] = useState<ContactId>();
  const shown = people?.find(({ id }) => id === looked);

  const add = () => void navigate({ to: '/clients/$clientId/contacts/new', params: { clientId } });
  const open = ({ id: contactId }: Contact) =>
    void navigate({ to: '/clients/$clientId/contacts/$contactId', params: { clientId, contactId } });
  const edit = ({ id: contactId }: Contact) =>
    void navigate({ to: '/clients/$clientId/contacts/$contactId/edit', params: { clientId, contactId } });
  const notes = ({ id: contactId }: Contact) =>
    void navigate({ to: '/clients/$clientId/contacts/$contactId/notes', params: { clientId, contactId } });
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
      {contact.primary || isFormer(contact, today) ? null : (
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

  if (isError && !people) {
    return (
      <EmptyState
        kind="error"
        title={t`The contacts could not be read`}
        traceId={traceIdOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  const nobody = people?.length === 0;
  return (
    <>
      {people && (people.length >= MANY || hasNextPage) ? <PeopleTools wish={wish} onWish={setWish} /> : null}
      <div className={nobody ? classes.nobody : classes.people}>
        <DataTable
          label={t`Contacts`}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          skeletonRows={4}
          fetching={wished && hasNextPage}
          sort={wish.sort}
          onSort={(sort) => setWish((now) => ({ ...now, sort }))}
          rowMenu={menu}
          onOpen={open}
          renderCard={(contact) => <ContactCard contact={contact} phone={phone} menu={menu} />}
          empty={
            nobody ? (
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
            ) : (
              <EmptyState
                kind="no-match"
                title={hasNextPage && !isError ? t`Still looking` : t`Nobody like this`}
                onClear={() => setWish(nothingWished)}
              />
            )
          }
        />
        {hasNextPage && (!wished || isError) ? (
          <div className={classes.more}>
            <Button
              variant="default"
              size="xs"
              loading={isFetchingNextPage}
              onClick={() => void contacts.fetchNextPage()}
            >
              {isError ? <Trans>Try again</Trans> : <Trans>Show more contacts</Trans>}
            </Button>
            <span role="status">
              <Trans>{people?.length ?? 0} are shown</Trans>
            </span>
          </div>
        ) : null}
      </div>
      {people && !nobody ? <RoutingCard clientId={clientId} /> : null}
      {shown ? <RolesDrawer contact={shown} onClose={() => setLooked(undefined)} /> : null}
      {removing.dialog}
      <Outlet />
    </>
  );
}
