import { useLingui } from '@lingui/react/macro';
import { IconStarFilled } from '@tabler/icons-react';
import { emailText } from '#contracts/email-text.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Contact } from '#contracts/schemas/contact.ts';
import { Link } from '#ui/Link.tsx';
import { Person } from '#ui/Person.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import classes from './contacts.module.css';
import { useFlagWord } from './flags.ts';
import { PresenceTag } from './PresenceTag.tsx';
import { PlanTag } from './plans.tsx';
import { useBrandNames } from './useBrandNames.ts';

/** The one that stands for all others. */
export function PrimaryStar() {
  const { t } = useLingui();
  return <IconStarFilled size={14} className={classes.star} role="img" aria-label={t`Primary contact`} />;
}

/** What the list shows of people; brands only where the client has any. */
export function useContactColumns(
  clientId: ClientId,
  phone: (e164: string) => string,
): DataColumn<Contact>[] {
  const { t } = useLingui();
  const word = useFlagWord();
  const brands = useBrandNames(clientId);
  return [
    {
      id: 'name',
      header: t`Name`,
      width: 225,
      fixed: true,
      sortable: true,
      cell: ({ id, name, primary, leftOn, away }) => (
        <span className={classes.name}>
          <Person id={id} name={name} size={24} label="" />
          <Link href={`/clients/${clientId}/contacts/${id}`}>{name}</Link>
          {primary ? <PrimaryStar /> : null}
          <PresenceTag leftOn={leftOn} away={away} />
        </span>
      ),
    },
    {
      id: 'title',
      header: t`Title`,
      width: 120,
      dim: true,
      sortable: true,
      cell: ({ title }) => title ?? '–',
    },
    {
      id: 'department',
      header: t`Department`,
      width: 110,
      dim: true,
      sortable: true,
      cell: ({ department }) => department ?? '–',
    },
    {
      id: 'flags',
      header: t`Roles`,
      width: 235,
      cell: ({ flags, planned }) => (
        <span className={classes.flags}>
          {flags.map((flag) => (
            <Tag key={flag} filled>
              {word(flag)}
            </Tag>
          ))}
          <PlanTag planned={planned} />
        </span>
      ),
    },
    ...(brands.has
      ? [
          {
            id: 'brands',
            header: t`Brands`,
            width: 120,
            dim: true,
            cell: ({ brandIds }: Contact) => brands.textOf(brandIds) ?? '–',
          },
        ]
      : []),
    {
      id: 'email',
      header: t`E-mail`,
      width: 180,
      cell: ({ emails }) => <First of={emails} scheme="mailto" show={emailText} />,
    },
    {
      id: 'phone',
      header: t`Phone`,
      width: 150,
      cell: ({ phones }) => <First of={phones} scheme="tel" show={phone} />,
    },
  ];
}

interface FirstProps {
  of: readonly string[];
  scheme: 'mailto' | 'tel';
  show: (value: string) => string;
}

/** The first address or number, and how many more there are. */
export function First({ of: [first, ...others], scheme, show }: FirstProps) {
  if (first === undefined) return '–';
  return (
    <>
      <a className={classes.plain} href={`${scheme}:${first}`}>
        {show(first)}
      </a>
      {others.length > 0 ? <span className={classes.dim}> +{others.length}</span> : null}
    </>
  );
}
