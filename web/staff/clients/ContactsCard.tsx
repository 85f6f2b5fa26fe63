import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { IconPlus, IconStarFilled } from '@tabler/icons-react';
import { emailText } from '#contracts/email-text.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import { Card, CardRows } from '#ui/Card.tsx';
import { Link } from '#ui/Link.tsx';
import { Person } from '#ui/Person.tsx';
import { Tag } from '#ui/Tag.tsx';
import { useFlagWord } from '../contacts/flags.ts';
import { isFormer } from '../contacts/former.ts';
import { PresenceTag } from '../contacts/PresenceTag.tsx';
import { useContacts } from '../contacts/useContacts.ts';
import { useHere } from '../session/me.ts';
import { useToday } from '../settings/useToday.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import classes from './clients.module.css';

const SHOWN = 5;

/** The people of a client at a glance, the primary one first. */
export function ContactsCard({ clientId }: { clientId: ClientId }) {
  const { t } = useLingui();
  const { can } = useHere();
  const today = useToday();
  const { people: known, isError, hasNextPage } = useContacts(clientId);
  const rank = (one: Contact) => Number(isFormer(one, today)) - 2 * Number(one.primary);
  const people = known?.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
  return (
    <Card
      title={t`Contacts`}
      count={known && (hasNextPage ? `${known.length}+` : known.length)}
      flush
      action={
        can('stakeholders.manage') ? (
          <LinkButton
            href={`/clients/${clientId}/contacts/new`}
            variant="subtle"
            color="gray"
            c="dimmed"
            size="xs"
            leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}
          >
            <Trans>Add contact</Trans>
          </LinkButton>
        ) : null
      }
    >
      {people && people.length > 0 ? (
        <CardRows>
          {people.map((person) => (
            <li key={person.id}>
              <Row person={person} />
            </li>
          ))}
        </CardRows>
      ) : (
        <div className={classes.empty}>
          {known ? (
            <Trans>Nobody yet. The first contact becomes the primary one.</Trans>
          ) : isError ? (
            <Trans>The contacts could not be read.</Trans>
          ) : (
            <Skeleton height={10} width="40%" />
          )}
        </div>
      )}
    </Card>
  );
}

function Row({ person }: { person: Contact }) {
  const { t } = useLingui();
  const word = useFlagWord();
  const [email] = person.emails;
  return (
    <span className={classes.contact}>
      <span className={classes.contactName}>
        <Person id={person.id} name={person.name} size={20} label="" />
        <Link href={`/clients/${person.clientId}/contacts/${person.id}`}>{person.name}</Link>
        {person.primary ? (
          <IconStarFilled size={14} className={classes.star} role="img" aria-label={t`Primary contact`} />
        ) : null}
        <PresenceTag leftOn={person.leftOn} away={person.away} />
      </span>
      <span className={classes.contactTitle}>{person.title}</span>
      <span className={classes.contactEmail}>
        {email ? <a href={`mailto:${email}`}>{emailText(email)}</a> : null}
      </span>
      <span className={classes.contactFlags}>
        {person.flags.map((flag) => (
          <Tag key={flag} filled>
            {word(flag)}
          </Tag>
        ))}
      </span>
    </span>
  );
}
