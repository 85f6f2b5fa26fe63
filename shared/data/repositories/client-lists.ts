import { createConversions } from 'electrodb';
import type { ClientId, UserId } from '#contracts/ids.ts';
import { PAGE_SIZE, type Page, type PageRequest } from '#contracts/paging.ts';
import { ClientRow } from '#contracts/schemas/client.ts';
import type { ClientQuery } from '#domain/client-lists.ts';
import type { Db } from '../db.ts';
import { Client } from '../entities/client.ts';
import { ClientSight } from '../entities/client-sight.ts';
import { foldName } from '../keys.ts';

/** Where a page ended; both indexes are sorted by it, so one position serves both. */
export interface Position {
  nameKey: string;
  clientId: ClientId;
}

/** What one query of an index found, in its order. */
export interface Run {
  rows: readonly ClientRow[];
  hasMore: boolean;
}

interface Item {
  row: Omit<ClientRow, 'lastActivityAt'>;
  lastActivityAt: string;
}

const ofClients = createConversions(Client).byAccessPattern;
const ofSights = createConversions(ClientSight).byAccessPattern;

/** A page of what a member owns or is linked to, by name: two queries of one page each, merged. */
export async function listSeen(
  { client, table, workspaceId }: Db,
  userId: UserId,
  { shelf, status, q }: Pick<ClientQuery, 'shelf' | 'status' | 'q'>,
  { cursor, limit = PAGE_SIZE }: PageRequest,
): Promise<Page<ClientRow>> {
  const from = cursor ? (JSON.parse(cursor) as Position) : null;
  const beginning = { nameKey: foldName(q ?? '') };
  const [owned, linked] = [
    { workspaceId, shelf, ownerId: userId },
    { workspaceId, shelf, userId },
  ];
  const page = (keys: object | null) =>
    ({ client, table, limit, pager: 'raw', cursor: keys as never }) as const;

  const answers = await Promise.all(
    status
      ? [
          Client.query
            .byOwnerAndStatus({ ...owned, status })
            .begins(beginning)
            .go(page(from && ofClients.byOwnerAndStatus.fromComposite.toKeys({ ...owned, status, ...from }))),
          ClientSight.query
            .byStatusAndName({ ...linked, status })
            .begins(beginning)
            .go(page(from && ofSights.byStatusAndName.fromComposite.toKeys({ ...linked, status, ...from }))),
        ]
      : [
          Client.query
            .byOwner(owned)
            .begins(beginning)
            .go(page(from && ofClients.byOwner.fromComposite.toKeys({ ...owned, ...from }))),
          ClientSight.query
            .byName(linked)
            .begins(beginning)
            .go(page(from && ofSights.byName.fromComposite.toKeys({ ...linked, ...from }))),
        ],
  );
  const [own, others] = answers.map(
    (answer): Run => ({
      rows: (answer.data as Item[]).map(toRow),
      hasMore: answer.cursor !== null,
    }),
  );
  const { rows, next } = merge(userId, own ?? nothing, others ?? nothing, limit);
  return { data: rows, page: { next: next && JSON.stringify(next) } };
}

const nothing: Run = { rows: [], hasMore: false };

/** What an index carries of a client, as a list answers it. */
export const toRow = ({ row, lastActivityAt }: Item): ClientRow =>
  ClientRow.parse({ ...row, lastActivityAt });

/**
 * The first rows of two sorted runs together. A linked client that the member owns is in the other run and
 * dropped here. Beyond the end of a run that has more, nothing is known: the page ends there at the latest.
 */
export function merge(
  userId: UserId,
  owned: Run,
  linked: Run,
  limit: number,
): { rows: ClientRow[]; next: Position | null } {
  const ends = [owned, linked].flatMap(({ rows, hasMore }) => (hasMore ? rows.slice(-1) : []));
  const [end] = ends.sort(inOrder);
  const known = [...owned.rows, ...linked.rows.filter(({ ownerId }) => ownerId !== userId)]
    .filter((row) => !end || inOrder(row, end) <= 0)
    .sort(inOrder);
  const rows = known.slice(0, limit);
  const last = known.length > limit ? rows.at(-1) : end;
  return { rows, next: last ? positionOf(last) : null };
}

const positionOf = ({ id, name }: ClientRow): Position => ({ nameKey: foldName(name), clientId: id });

/** The table sorts by bytes, JavaScript by UTF-16 units. */
const inOrder = (a: ClientRow, b: ClientRow) => Buffer.compare(bytesOf(a), bytesOf(b));

const bytesOf = (row: ClientRow) => {
  const { nameKey, clientId } = positionOf(row);
  return Buffer.from(`${nameKey}#${clientId}`);
};
