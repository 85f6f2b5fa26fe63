import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { emailText } from '#contracts/email-text.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import { Link } from '#ui/Link.tsx';
import { Person } from '#ui/Person.tsx';
import { Tag } from '#ui/Tag.tsx';
import { First, PrimaryStar } from './columns.tsx';
import classes from './contacts.module.css';
import { useFlagWord } from './flags.ts';
import { PresenceTag } from './PresenceTag.tsx';
import { PlanTag } from './plans.tsx';

interface ContactCardProps {
  contact: Contact;
  phone: (e164: string) => string;
  menu: (contact: Contact) => ReactNode;
}

/** A contact on a phone: name, what for, and two ways to reach it. */
export function ContactCard({ contact, phone, menu }: ContactCardProps) {
  const { t } = useLingui();
  const word = useFlagWord();
  const { id, name, title, primary, emails, phones, flags } = contact;
  return (
    <div className={classes.card}>
      <Person id={id} name={name} size={36} label="" />
      <div className={classes.cardText}>
        <span className={classes.cardName}>
          <Link href={`/clients/${contact.clientId}/contacts/${id}`}>{name}</Link>
          {primary ? <PrimaryStar /> : null}
          <PresenceTag leftOn={contact.leftOn} away={contact.away} />
        </span>
        {title ? <span className={classes.dim}>{title}</span> : null}
        {emails.length > 0 ? (
          <span>
            <First of={emails} scheme="mailto" show={emailText} />
          </span>
        ) : null}
        {phones.length > 0 ? (
          <span>
            <First of={phones} scheme="tel" show={phone} />
          </span>
        ) : null}
        {flags.length > 0 || contact.planned ? (
          <span className={classes.cardFlags}>
            {flags.map((flag) => (
              <Tag key={flag} filled>
                {word(flag)}
              </Tag>
            ))}
            <PlanTag planned={contact.planned} />
          </span>
        ) : null}
      </div>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={t`Actions for ${name}`} size={36}>
            <IconDots size={18} stroke={2} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{menu(contact)}</Menu.Dropdown>
      </Menu>
    </div>
  );
}
