import { createConversions } from 'electrodb';
import type { ClientId, UserId } from '#contracts/ids.ts';
import { PAGE_SIZE, type Page, type PageRequest } from '#contracts/paging.ts';
import { ClientRow } from '#contracts/schemas/client.ts';
import type { ClientQuery } from '#domain/client-lists.ts';
import type { Db } from '../db.ts';
import { Client } from '../entities/client.ts';
import { ClientSight } from '../entities/client-sight.ts';
import { foldName } from '../keys.ts';
import { pageOptions } from './paging.ts';

/** Rows compared with conditions that no index answers, for one page; the same whatever the workspace holds. */
const LOOKED_AT = 200;

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
  { shelf, status, q, isWanted }: Omit<ClientQuery, 'ownerId' | 'sort'>,
  { cursor, limit: most = PAGE_SIZE }: PageRequest,
): Promise<Page<ClientRow>> {
  const limit = isWanted ? LOOKED_AT : most;
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
  return sift(rows, isWanted, most, next, positionOf);
}

/** Clients of a shelf by name, newest or last activity; of a status, an owner, a beginning of the name. */
export async function listAll(
  db: Db,
  query: ClientQuery,
  { cursor, limit = PAGE_SIZE }: PageRequest,
): Promise<Page<ClientRow>> {
  const { isWanted } = query;
  const reading = pageOptions({ cursor, limit: isWanted ? LOOKED_AT : limit });
  const { name, answer } = indexFor(db, query, reading);
  const found = await answer;
  const { workspaceId } = db;
  const after = (row: ClientRow) =>
    ofClients[name].fromComposite.toKeys({
      ...row,
      ...positionOf(row),
      workspaceId,
      shelf: query.shelf,
    });
  return sift((found.data as Item[]).map(toRow), isWanted, limit, found.cursor, after);
}

/**
 * The first of these rows that are wanted, at most a page of them, and where to go on: behind the last one taken
 * when the page is full, else behind all that were looked at.
 */
function sift(
  rows: readonly ClientRow[],
  isWanted: ClientQuery['isWanted'],
  limit: number,
  end: unknown,
  after: (row: ClientRow) => object,
): Page<ClientRow> {
  const keyOf = (next: unknown) => (next ? JSON.stringify(next) : null);
  if (!isWanted) return { data: [...rows], page: { next: keyOf(end) } };
  const data: ClientRow[] = [];
  for (const [at, row] of rows.entries()) {
    if (!isWanted(row)) continue;
    data.push(row);
    const looked = at + 1;
    if (data.length === limit && looked < rows.length)
      return { data, page: { next: keyOf(after(row)), looked } };
  }
  return { data, page: { next: keyOf(end), looked: rows.length } };
}

type Reading = ReturnType<typeof pageOptions>;

/** The one index that answers a filter and an order; the domain has refused the pairs that none answers. */
function indexFor(
  { client, table, workspaceId }: Db,
  { shelf, status, ownerId, q, sort }: ClientQuery,
  reading: Reading,
) {
  const place = { workspaceId, shelf };
  const order = sort.startsWith('-') ? ('desc' as const) : ('asc' as const);
  const options = { client, table, ...reading, order };
  const beginning = { nameKey: foldName(q ?? '') };
  const { query } = Client;
  if (ownerId && status) {
    const name = 'byOwnerAndStatus' as const;
    return {
      name,
      answer: query[name]({ ...place, ownerId, status })
        .begins(beginning)
        .go(options),
    };
  }
  if (ownerId) {
    const name = 'byOwner' as const;
    return {
      name,
      answer: query[name]({ ...place, ownerId })
        .begins(beginning)
        .go(options),
    };
  }
  if (status && sort.endsWith('name')) {
    const name = 'byStatusAndName' as const;
    return {
      name,
      answer: query[name]({ ...place, status })
        .begins(beginning)
        .go(options),
    };
  }
  if (status) {
    const name = 'byStatusAndActivity' as const;
    return { name, answer: query[name]({ ...place, status }).go(options) };
  }
  if (sort === '-createdAt') return { name: 'byNewest' as const, answer: query.byNewest(place).go(options) };
  if (sort === '-lastActivityAt') {
    return { name: 'byActivity' as const, answer: query.byActivity(place).go(options) };
  }
  return { name: 'byName' as const, answer: query.byName(place).begins(beginning).go(options) };
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
