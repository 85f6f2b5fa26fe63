import { Trans, useLingui } from '@lingui/react/macro';
import { IconStarFilled } from '@tabler/icons-react';
import type { Contact } from '#contracts/schemas/contact.ts';
import { Link } from '#ui/Link.tsx';
import { Person } from '#ui/Person.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { today, useDayText } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import classes from './contacts.module.css';
import { useFlagWord } from './flags.ts';
import { PlanTag } from './plans.tsx';

/** The one that stands for all others. */
export function PrimaryStar() {
  const { t } = useLingui();
  return <IconStarFilled size={14} className={classes.star} role="img" aria-label={t`Primary contact`} />;
}

/** Whether somebody's last day is over, as far as the browser can tell. */
export const isGone = ({ leftOn }: Pick<Contact, 'leftOn'>): boolean =>
  leftOn !== null && leftOn < new Date().toISOString().slice(0, 10);

/** Somebody who is written to no more. */
export function LeftTag({ leftOn }: Pick<Contact, 'leftOn'>) {
  if (!isGone({ leftOn })) return null;
  return (
    <Tag>
      <Trans>Left</Trans>
    </Tag>
  );
}

/** Somebody who is not there today. */
export function AwayTag({ away }: Pick<Contact, 'away'>) {
  const dayText = useDayText();
  const now = today();
  if (!away || now < away.from || now > away.until) return null;
  return (
    <Tag>
      <Trans>Away until {dayText(away.until)}</Trans>
    </Tag>
  );
}

export function useContactColumns(phone: (e164: string) => string): DataColumn<Contact>[] {
  const { t } = useLingui();
  const { can } = useHere();
  const word = useFlagWord();
  return [
    {
      id: 'name',
      header: t`Name`,
      width: 220,
      fixed: true,
      cell: ({ id, clientId, name, primary, leftOn, away }) => (
        <span className={classes.name}>
          <Person id={id} name={name} size={24} label="" />
          {can('stakeholders.manage') ? (
            <Link href={`/clients/${clientId}/contacts/${id}`}>{name}</Link>
          ) : (
            <b>{name}</b>
          )}
          {primary ? <PrimaryStar /> : null}
          <LeftTag leftOn={leftOn} />
          <AwayTag away={away} />
        </span>
      ),
    },
    { id: 'title', header: t`Title`, width: 150, dim: true, cell: ({ title }) => title ?? '–' },
    {
      id: 'flags',
      header: t`Roles`,
      width: 240,
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
    {
      id: 'email',
      header: t`E-mail`,
      width: 210,
      cell: ({ emails }) => <First of={emails} scheme="mailto" />,
    },
    {
      id: 'phone',
      header: t`Phone`,
      width: 160,
      cell: ({ phones }) => <First of={phones} scheme="tel" show={phone} />,
    },
  ];
}

interface FirstProps {
  of: readonly string[];
  scheme: 'mailto' | 'tel';
  show?: (value: string) => string;
}

/** The first address or number, and how many more there are. */
export function First({ of: [first, ...others], scheme, show = (value) => value }: FirstProps) {
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
