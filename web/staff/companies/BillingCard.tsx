import { Trans, useLingui } from '@lingui/react/macro';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconPencil, IconStar, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BillingProfileId, ClientId } from '#contracts/ids.ts';
import type { BillingProfile } from '#contracts/schemas/billing-profile.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { Tag } from '#ui/Tag.tsx';
import { toast } from '#ui/toast.tsx';
import { settingsOfClient } from '../client-settings/queries.ts';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import classes from './companies.module.css';
import { ListCard } from './ListCard.tsx';
import { billingOf } from './queries.ts';
import { RemoveDialog } from './RemoveDialog.tsx';
import { useBillingWords } from './words.ts';

const BillingDetails = onDemand(async () => (await import('./BillingDetails.tsx')).BillingDetails);
const BillingDrawer = onDemand(async () => (await import('./BillingDrawer.tsx')).BillingDrawer);

/** To whom, where and on what terms a client is billed. */
export function BillingCard({ clientId }: { clientId: ClientId }) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const { data, isError, refetch } = useQuery(billingOf(workspaceId, clientId));
  // A new profile begins with what is settled: its form waits until that is known, or known to be unreadable.
  const { data: settings, isPending } = useQuery(settingsOfClient(workspaceId, clientId));
  const settled = settings?.settings;
  const [open, setOpen] = useState<BillingProfile | 'new'>();
  const [read, setRead] = useState<BillingProfile>();
  const [leaving, setLeaving] = useState<BillingProfile>();
  const { makeDefault, remove, isRemoving } = useChanges(clientId, () => setLeaving(undefined));
  const mayEdit = can('clients.update');

  const menu = (profile: BillingProfile) => (
    <>
      <Menu.Item leftSection={<IconPencil size={16} stroke={1.7} />} onClick={() => setOpen(profile)}>
        <Trans>Edit</Trans>
      </Menu.Item>
      {profile.default ? null : (
        <Menu.Item leftSection={<IconStar size={16} stroke={1.7} />} onClick={() => makeDefault(profile)}>
          <Trans>Make default</Trans>
        </Menu.Item>
      )}
      <Menu.Item
        color="var(--fy-bad-text)"
        leftSection={<IconTrash size={16} stroke={1.7} />}
        onClick={() => setLeaving(profile)}
      >
        <Trans>Remove</Trans>
      </Menu.Item>
    </>
  );
  const others = (data?.data ?? []).filter(({ id }) => id !== leaving?.id);

  return (
    <>
      <ListCard
        title={t`Billing profiles`}
        rows={data?.data}
        failed={isError}
        onRetry={() => void refetch()}
        rowId={({ id }) => id}
        rowName={({ legalName }) => legalName}
        render={(profile) => (
          <Row
            profile={profile}
            needsPo={settled?.poRequired.value ?? false}
            onRead={() => setRead(profile)}
          />
        )}
        menu={mayEdit ? menu : undefined}
        add={mayEdit ? { label: t`Add billing profile`, onClick: () => setOpen('new') } : undefined}
        empty={<Trans>Nobody to bill yet. The first profile becomes the default.</Trans>}
      />
      {read ? (
        <BillingDetails
          profile={read}
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
      {open && !isPending ? (
        <BillingDrawer
          clientId={clientId}
          profile={open === 'new' ? null : open}
          isFirst={data?.data.length === 0}
          settled={settled}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      <RemoveDialog
        name={leaving?.legalName}
        {...(leaving?.default && {
          successors: others.map(({ id, legalName }) => ({ value: id, label: legalName })),
          successorLabel: t`Which profile becomes the default?`,
        })}
        busy={isRemoving}
        onCancel={() => setLeaving(undefined)}
        onDone={(id) =>
          leaving && remove({ profile: leaving, successor: others.find((other) => other.id === id)?.id })
        }
      >
        <Trans>Nobody is billed by this profile any more. Invoices that exist keep what they say.</Trans>
      </RemoveDialog>
    </>
  );
}

function useChanges(clientId: ClientId, onRemoved: () => void) {
  const { i18n } = useLingui();
  const { workspaceId } = useHere();
  const refresh = () => queryClient.invalidateQueries(billingOf(workspaceId, clientId));
  const onError = (error: Error) => toast.fail(errorText(i18n, error));
  const place = ({ id }: BillingProfile) => ({ workspaceId, clientId, profileId: id });

  const taking = useMutation({
    mutationFn: (profile: BillingProfile) =>
      api.billingProfiles.update({
        params: place(profile),
        body: { default: true },
        ifMatch: profile.version,
      }),
    onSuccess: (_, { legalName }) => toast.ok(<Trans>{legalName} is the default now</Trans>),
    onError,
    onSettled: refresh,
  });
  const removing = useMutation({
    mutationFn: (going: { profile: BillingProfile; successor: BillingProfileId | undefined }) =>
      api.billingProfiles.remove({
        params: place(going.profile),
        query: { successor: going.successor },
        ifMatch: going.profile.version,
      }),
    onSuccess: (_, { profile }) => toast.ok(<Trans>{profile.legalName} was removed</Trans>),
    onError,
    onSettled: () => {
      onRemoved();
      return refresh();
    },
  });
  return { makeDefault: taking.mutate, remove: removing.mutate, isRemoving: removing.isPending };
}

interface RowProps {
  profile: BillingProfile;
  needsPo: boolean;
  onRead: () => void;
}

function Row({ profile, needsPo, onRead }: RowProps) {
  const { termsOf, deliveryOf } = useBillingWords();
  const { legalName, currency, emailTo, warnings } = profile;
  return (
    <>
      <UnstyledButton className={classes.name} aria-haspopup="dialog" onClick={onRead}>
        {legalName}
      </UnstyledButton>
      {profile.default ? (
        <Tag filled>
          <Trans>Default</Trans>
        </Tag>
      ) : null}
      <span className={classes.dim}>
        {[currency, termsOf(profile), deliveryOf(profile), emailTo].join(' · ')}
      </span>
      {needsPo && !profile.poNumber ? (
        <span className={classes.warn}>
          <Trans>PO number missing: the client’s settings ask for one</Trans>
        </span>
      ) : null}
      {warnings.length > 0 ? (
        <span className={classes.warn}>
          <Trans>Check the tax ID: it does not look like one of its country</Trans>
        </span>
      ) : null}
    </>
  );
}
