import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, Modal, UnstyledButton } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { AloneChoice, Brand } from '#contracts/schemas/brand.ts';
import { Link } from '#ui/Link.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { toast } from '#ui/toast.tsx';
import { refreshContacts } from '../contacts/queries.ts';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import classes from './companies.module.css';
import { ListCard } from './ListCard.tsx';
import { brandsOf } from './queries.ts';
import { coloursOf, Swatch } from './Swatch.tsx';

const RemoveBrand = onDemand(async () => (await import('./RemoveBrand.tsx')).RemoveBrand);
const BrandDetails = onDemand(async () => (await import('./BrandDetails.tsx')).BrandDetails);
const BrandDrawer = onDemand(async () => (await import('./BrandDrawer.tsx')).BrandDrawer);

/** The names under which a client appears to its own customers. */
export function BrandsCard({ clientId }: { clientId: ClientId }) {
  const { i18n, t } = useLingui();
  const { workspaceId, can } = useHere();
  const list = brandsOf(workspaceId, clientId);
  const { data, isError, refetch } = useQuery(list);
  const [open, setOpen] = useState<Brand | 'new'>();
  const [read, setRead] = useState<Brand>();
  const [leaving, setLeaving] = useState<Brand>();
  const mayEdit = can('clients.update');

  const remove = useMutation({
    mutationFn: ({ brand, alone }: { brand: Brand; alone: AloneChoice | undefined }) =>
      api.brands.remove({
        params: { workspaceId, clientId, brandId: brand.id },
        query: { alone },
        ifMatch: brand.version,
      }),
    onSuccess: (_, { brand: { name } }) => toast.ok(<Trans>{name} was removed</Trans>),
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => {
      setLeaving(undefined);
      void refreshContacts(workspaceId, clientId);
      return queryClient.invalidateQueries(list);
    },
  });

  const menu = (brand: Brand) => (
    <>
      <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => setOpen(brand)}>
        <Trans>Edit</Trans>
      </Menu.Item>
      <Menu.Item
        color="var(--fy-bad-text)"
        leftSection={<IconTrash size={16} stroke={1.7} />}
        onClick={() => setLeaving(brand)}
      >
        <Trans>Remove</Trans>
      </Menu.Item>
    </>
  );

  return (
    <>
      <ListCard
        title={t`Brands`}
        rows={data?.data}
        failed={isError}
        onRetry={() => void refetch()}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        render={(brand) => <Row brand={brand} onRead={() => setRead(brand)} />}
        menu={mayEdit ? menu : undefined}
        add={mayEdit ? { label: t`Add brand`, onClick: () => setOpen('new') } : undefined}
        empty={<Trans>No brands yet. Add the names under which this client appears to its customers.</Trans>}
      />
      {read ? (
        <BrandDetails
          brand={read}
          onClose={() => setRead(undefined)}
          onEdit={
            mayEdit
              ? () => {
                  setRead(undefined);
                  setOpen(read);
                }
              : undefined
          }
        />
      ) : null}
      {open ? (
        <BrandDrawer
          clientId={clientId}
          brand={open === 'new' ? null : open}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      <Modal
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={leaving ? t`Remove ${leaving.name}?` : ''}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        {leaving ? (
          <RemoveBrand
            key={leaving.id}
            brand={leaving}
            busy={remove.isPending}
            onCancel={() => setLeaving(undefined)}
            onDone={(alone) => remove.mutate({ brand: leaving, alone })}
          />
        ) : null}
      </Modal>
    </>
  );
}

function Row({ brand, onRead }: { brand: Brand; onRead: () => void }) {
  const { name, website, note } = brand;
  return (
    <>
      {coloursOf(brand).map((colour) => (
        <Swatch key={colour} colour={colour} />
      ))}
      <UnstyledButton className={classes.name} aria-haspopup="dialog" onClick={onRead}>
        {name}
      </UnstyledButton>
      {website ? (
        <Link className="fy-link" href={website} target="_blank">
          {website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
        </Link>
      ) : null}
      {note ? <span className={classes.note}>{note}</span> : null}
    </>
  );
}
