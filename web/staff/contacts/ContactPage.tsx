import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { IconAddressBook, IconNote } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { emailText } from '#contracts/email-text.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import { Facts } from '#ui/Facts.tsx';
import { useFormats } from '#ui/formats.ts';
import { SideDrawer } from '#ui/SideDrawer.tsx';
import { Tag } from '#ui/Tag.tsx';
import { clientDetail } from '../clients/queries.ts';
import { useDayText } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { PrimaryStar } from './columns.tsx';
import classes from './contacts.module.css';
import { useFlagWord } from './flags.ts';
import { MissingContact } from './MissingContact.tsx';
import { PresenceTag } from './PresenceTag.tsx';
import { usePhoneText } from './phones.ts';
import { contactDetail } from './queries.ts';
import { RolesOverTime } from './RolesOverTime.tsx';
import { useBrandNames } from './useBrandNames.ts';
import { saveVcard } from './vcard.ts';
import { useContactWords } from './words.ts';

export const route = createLazyRoute('/app/clients/$clientId/contacts/$contactId')({
  component: ContactPage,
});

/** One person of a client, to be read; what may be changed is changed from here. */
function ContactPage() {
  const { t } = useLingui();
  const { clientId, contactId } = route.useParams();
  const { workspaceId } = useHere();
  const navigate = useNavigate();
  const { data, isError, error, refetch } = useQuery(contactDetail(workspaceId, clientId, contactId));
  const close = () => void navigate({ to: '/clients/$clientId/contacts', params: { clientId } });
  if (data) return <Reader contact={data} onClose={close} />;
  if (isError) return <MissingContact error={error} onRetry={() => void refetch()} onClose={close} />;
  return (
    <SideDrawer opened onClose={close} title={t`Contact`}>
      <div aria-busy="true">
        <Skeleton height={160} />
      </div>
    </SideDrawer>
  );
}

function Reader({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useLingui();
  const { workspaceId, can, allows } = useHere();
  const client = useQuery(clientDetail(workspaceId, contact.clientId)).data;
  const base = `/clients/${contact.clientId}/contacts/${contact.id}`;
  const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={contact.name}
      head={
        <>
          {contact.primary ? <PrimaryStar /> : null}
          <PresenceTag leftOn={contact.leftOn} away={contact.away} />
        </>
      }
      foot={
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          leftSection={<IconAddressBook {...icon} />}
          onClick={() => saveVcard(contact, client?.name)}
        >
          <Trans>Download vCard</Trans>
        </Button>
      }
      footEnd={
        <>
          {allows(pageCatalogue.activity) ? (
            <LinkButton href={`${base}/notes`} variant="default" leftSection={<IconNote {...icon} />}>
              <Trans>Notes</Trans>
            </LinkButton>
          ) : null}
          {can('stakeholders.manage') ? (
            <LinkButton href={`${base}/edit`}>
              <Trans>Edit</Trans>
            </LinkButton>
          ) : null}
        </>
      }
    >
      <Facts columns={1} items={useFacts(contact, client?.addresses[0]?.country)} />
      <h3 className={classes.part}>{t`Roles over time`}</h3>
      <RolesOverTime contact={contact} />
    </SideDrawer>
  );
}

/** What is known of a person, each with what it is called in the form. */
function useFacts(contact: Contact, country: string | undefined) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const labels = useContactWords();
  const word = useFlagWord();
  const brands = useBrandNames(contact.clientId);
  const dayText = useDayText();
  const phone = usePhoneText(country);
  const { title, department, emails, phones, flags, timeZone, pronouns, leftOn, away } = contact;
  const language = contact.locale && new Intl.DisplayNames(locale, { type: 'language' }).of(contact.locale);
  const here =
    timeZone && new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(new Date());
  const fact = (id: keyof typeof labels, value: ReactNode) => ({
    id,
    label: labels[id],
    value: value || null,
  });
  return [
    fact('title', title),
    fact('department', department),
    fact(
      'flags',
      flags.length > 0 ? (
        <span className={classes.wraps}>
          {flags.map((flag) => (
            <Tag key={flag} filled>
              {word(flag)}
            </Tag>
          ))}
        </span>
      ) : null,
    ),
    fact('emails', <Ways of={emails} scheme="mailto" show={emailText} />),
    fact('phones', <Ways of={phones} scheme="tel" show={phone} />),
    ...(brands.has || contact.brandIds.length > 0
      ? [fact('brandIds', brands.textOf(contact.brandIds) ?? t`The whole client`)]
      : []),
    fact('locale', language),
    fact('timeZone', timeZone && t`${timeZone}, ${here} there now`),
    fact('pronouns', pronouns),
    ...(leftOn ? [fact('leftOn', <time dateTime={leftOn}>{dayText(leftOn)}</time>)] : []),
    fact('away', away && <AwayText away={away} clientId={contact.clientId} />),
  ];
}

function Ways({ of, scheme, show }: { of: string[]; scheme: string; show: (value: string) => string }) {
  if (of.length === 0) return '–';
  return (
    <span className={classes.ways}>
      {of.map((value) => (
        <a key={value} className={classes.plain} href={`${scheme}:${value}`}>
          {show(value)}
        </a>
      ))}
    </span>
  );
}

/** From when to when, and who answers instead. */
function AwayText({ away, clientId }: { away: NonNullable<Contact['away']>; clientId: Contact['clientId'] }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const dayText = useDayText();
  const { deputyId } = away;
  const deputy = useQuery({
    ...contactDetail(workspaceId, clientId, deputyId ?? ('' as never)),
    enabled: deputyId !== null,
  });
  const name = deputy.data?.name ?? (deputy.isError ? t`a removed contact` : '…');
  const [from, until] = [dayText(away.from), dayText(away.until)];
  return (
    <span className={classes.ways}>
      <span>{t`${from} to ${until}`}</span>
      <span>{deputyId ? t`Deputy: ${name}` : t`Nobody instead`}</span>
    </span>
  );
}
