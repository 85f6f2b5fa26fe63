import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Outlet } from '@tanstack/react-router';
import { pageCatalogue } from '#contracts/pages.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { Card } from '#ui/Card.tsx';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { useFormats } from '#ui/formats.ts';
import { Link } from '#ui/Link.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { SplitPage } from '#ui/Page.tsx';
import { Person } from '#ui/Person.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { TeamFaces } from '../account-team/TeamFaces.tsx';
import { ActivityAside } from '../activity/ActivityAside.tsx';
import { OwnFieldsCard } from '../custom-fields/OwnFieldsCard.tsx';
import { useHere } from '../session/me.ts';
import { addressText } from './addressText.ts';
import { ContactsCard } from './ContactsCard.tsx';
import classes from './clients.module.css';
import { languageName, useBandWords } from './form/choices.ts';
import { useClientWords } from './form/fields.ts';
import { clientDetail, workspaceLists } from './queries.ts';

const ComplianceCard = onDemand(
  async () => (await import('../requirements/ComplianceCard.tsx')).ComplianceCard,
);
const FollowUpsCard = onDemand(async () => (await import('../follow-ups/FollowUpsCard.tsx')).FollowUpsCard);
const GapsCard = onDemand(async () => (await import('../routing/GapsCard.tsx')).GapsCard);
const MergedCard = onDemand(async () => (await import('../merges/MergedCard.tsx')).MergedCard);

export const route = createLazyRoute('/app/clients/$clientId/overview')({ component: Overview });

function Overview() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const { workspaceId, can, allows } = useHere();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  if (!client) return null;
  const cards = (
    <>
      <KeyFacts client={client} />
      <OwnFieldsCard clientId={clientId} />
      {can('stakeholders.view') ? <ContactsCard clientId={clientId} /> : null}
      {can('stakeholders.view') ? <GapsCard clientId={clientId} /> : null}
      {allows(pageCatalogue.compliance) ? <ComplianceCard clientId={clientId} /> : null}
      {allows(pageCatalogue.followUps) ? <FollowUpsCard clientId={clientId} /> : null}
      <Technical client={client} />
      <Notes client={client} />
      <MergedCard clientId={clientId} />
    </>
  );
  return (
    <>
      {allows(pageCatalogue.activity) ? (
        <SplitPage
          label={t`Activity`}
          aside={
            <>
              <TeamFaces client={client} />
              <ActivityAside clientId={clientId} />
            </>
          }
        >
          {cards}
        </SplitPage>
      ) : (
        <div className={classes.alone}>{cards}</div>
      )}
      <Outlet />
    </>
  );
}

function EditLink({ clientId, label }: { clientId: string; label: string }) {
  const { can } = useHere();
  if (!can('clients.update')) return null;
  return (
    <ActionIcon
      aria-label={label}
      renderRoot={(props) => <Link {...props} href={`/clients/${clientId}/edit`} />}
    >
      <IconPencil size={16} stroke={1.7} />
    </ActionIcon>
  );
}

function KeyFacts({ client }: { client: Client }) {
  const { t } = useLingui();
  const { labels, kinds } = useClientWords();
  const { locale } = useFormats();
  const bands = useBandWords();
  const { workspaceId } = useHere();
  const lists = useQuery({
    ...workspaceLists(workspaceId),
    enabled: client.primaryServiceTypeKey !== null,
  }).data;
  const serviceType = lists
    ?.find(({ name }) => name === 'service_types')
    ?.entries.find(({ key }) => key === client.primaryServiceTypeKey)?.label;
  const addresses = client.addresses.map(
    (address): Fact => ({
      id: address.kind,
      label: kinds[address.kind],
      value: addressText(address, locale),
    }),
  );
  const items: Fact[] = [
    { id: 'legalName', label: labels.legalName, value: client.legalName },
    ...(client.registrationNumber
      ? [{ id: 'register', label: labels.registrationNumber, value: client.registrationNumber }]
      : []),
    { id: 'industry', label: labels.industry, value: client.industry },
    ...(client.taxId === undefined ? [] : [{ id: 'taxId', label: labels.taxId, value: client.taxId }]),
    { id: 'size', label: labels.sizeBand, value: client.sizeBand && bands.sizeOf(client.sizeBand) },
    {
      id: 'revenue',
      label: labels.revenueBand,
      value: client.revenueBand && bands.revenueOf(client.revenueBand),
    },
    ...(serviceType ? [{ id: 'service', label: labels.primaryServiceTypeKey, value: serviceType }] : []),
    ...(client.currency ? [{ id: 'currency', label: labels.currency, value: client.currency }] : []),
    ...(client.language
      ? [{ id: 'language', label: labels.language, value: languageName(client.language, locale) }]
      : []),
    { id: 'website', label: labels.website, value: client.website && <Website url={client.website} /> },
    ...(addresses.length > 0 ? addresses : [{ id: 'billing', label: kinds.billing, value: null }]),
    {
      id: 'owner',
      label: t`Owner`,
      value: <Person id={client.ownerId} name={client.ownerName} label />,
    },
    { id: 'created', label: t`Created`, value: <RelTime at={client.createdAt} /> },
    ...(client.status === 'inactive'
      ? [{ id: 'reason', label: t`Inactive because`, value: client.statusReason }]
      : []),
  ];
  return (
    <Card title={t`Key facts`} action={<EditLink clientId={client.id} label={t`Edit key facts`} />}>
      <Facts items={items} />
    </Card>
  );
}

/** Only addresses of the web become links, whatever was stored. */
function Website({ url }: { url: string }) {
  if (!/^https?:\/\//.test(url)) return url;
  return (
    <Link className="fy-link" href={url} target="_blank">
      {url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
    </Link>
  );
}

/** What the client works with and asks for; nothing where nothing is known. */
function Technical({ client }: { client: Client }) {
  const { t } = useLingui();
  const { labels } = useClientWords();
  const known = (['currentSystems', 'technicalRequirements'] as const).filter((field) => client[field]);
  if (known.length === 0) return null;
  return (
    <Card title={t`Technical`} action={<EditLink clientId={client.id} label={t`Edit technical facts`} />}>
      <Facts
        columns={1}
        items={known.map((field) => ({
          id: field,
          label: labels[field],
          value: <span className={classes.notes}>{client[field]}</span>,
        }))}
      />
    </Card>
  );
}

function Notes({ client }: { client: Client }) {
  const { t } = useLingui();
  return (
    <Card title={t`Notes`} action={<EditLink clientId={client.id} label={t`Edit notes`} />}>
      {client.notes ? (
        <p className={classes.notes}>{client.notes}</p>
      ) : (
        <p className={classes.noNotes}>
          <Trans>No notes yet. They are for your team and never shown to the client.</Trans>
        </p>
      )}
    </Card>
  );
}
