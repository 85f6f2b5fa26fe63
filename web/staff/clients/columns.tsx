import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { ClientRow, ClientSort } from '#contracts/schemas/client.ts';
import { Link } from '#ui/Link.tsx';
import { Mark } from '#ui/Mark.tsx';
import { Person } from '#ui/Person.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { Status } from '#ui/Status.tsx';
import { Tag } from '#ui/Tag.tsx';
import type { DataColumn, Sort } from '#ui/tableTypes.ts';
import classes from './clients.module.css';
import { useStatusWord } from './status.ts';

/** Each order of the API is a column and a direction. */
const orders: Record<ClientSort, Sort> = {
  name: { id: 'name', desc: false },
  '-name': { id: 'name', desc: true },
  '-lastActivityAt': { id: 'lastActivity', desc: true },
  '-createdAt': { id: 'created', desc: true },
};

export const sortOf = (sort: ClientSort): Sort => orders[sort];

/** The order of a column in this direction, or in the one direction there is. */
export function orderOf({ id, desc }: Sort, sorts: readonly ClientSort[]): ClientSort | undefined {
  const ofColumn = sorts.filter((order) => orders[order].id === id);
  return ofColumn.find((order) => orders[order].desc === desc) ?? ofColumn[0];
}

export function useClientColumns(sorts: readonly ClientSort[]): DataColumn<ClientRow>[] {
  const { t } = useLingui();
  const status = useStatusWord();
  const sortable = sorts.join();
  return useMemo(() => {
    const can = (sort: ClientSort) => sortable.split(',').includes(sort);
    const only = t`With these filters the order is another one: remove a filter to sort by this`;
    const order = (sort: ClientSort) => ({
      sortable: can(sort),
      unsortable: can(sort) ? undefined : only,
    });
    return [
      {
        id: 'name',
        header: t`Client`,
        width: 250,
        fixed: true,
        ...order('name'),
        cell: (row) => (
          <span className={classes.name}>
            <Mark id={row.id} name={row.name} />
            <Link href={`/clients/${row.id}`}>{row.name}</Link>
            {row.sample ? <Tag>{t`Sample`}</Tag> : null}
          </span>
        ),
      },
      { id: 'code', header: t`Code`, width: 80, dim: true, cell: (row) => row.code ?? '–' },
      {
        id: 'status',
        header: t`Status`,
        width: 104,
        cell: (row) => <Status tone={status(row.status).tone}>{status(row.status).label}</Status>,
      },
      {
        id: 'owner',
        header: t`Owner`,
        width: 150,
        cell: (row) => <Person id={row.ownerId} name={row.ownerName} label />,
      },
      {
        id: 'contact',
        header: t`Primary contact`,
        width: 150,
        cell: (row) => row.primaryContactName ?? <span className={classes.none}>–</span>,
      },
      {
        id: 'tags',
        header: t`Tags`,
        width: 150,
        cell: (row) => (
          <span className={classes.tags}>
            {row.tags.map((tag) => (
              <Tag key={tag}>{tag}</Tag>
            ))}
          </span>
        ),
      },
      {
        id: 'lastActivity',
        header: t`Last activity`,
        width: 112,
        dim: true,
        ...order('-lastActivityAt'),
        descFirst: true,
        cell: (row) => <RelTime at={row.lastActivityAt} />,
      },
      {
        id: 'created',
        header: t`Created`,
        width: 104,
        dim: true,
        ...order('-createdAt'),
        descFirst: true,
        cell: (row) => <RelTime at={row.createdAt} />,
      },
    ];
    // `status` and `t` change with the language, which changes `t` itself.
  }, [t, sortable, status]);
}
