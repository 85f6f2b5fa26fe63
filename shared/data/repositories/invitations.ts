import { Refusal } from '#contracts/errors.ts';
import type { InvitationId, WorkspaceId } from '#contracts/ids.ts';
import type { Limits } from '#contracts/limits.ts';
import type { Member } from '#contracts/schemas/member.ts';
import {
  type InvitationReader,
  type InvitationRecord,
  type InvitationSender,
  type InvitationWriter,
  invitationMoved,
  tooMany,
} from '#domain/invitations.ts';
import { hashToken } from '#domain/tokens.ts';
import { put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import {
  Invitation as Entity,
  InvitationDoor,
  InvitationGuard,
  InvitationRate,
} from '../entities/invitation.ts';
import { Belonging, Person } from '../entities/person.ts';
import { addMember } from './members.ts';
import { pageOptions, toPage } from './paging.ts';

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;
/** Mails of a workspace an hour. */
const AN_HOUR = 100;
/** Days after its end in which a link still says what became of it. */
const AFTERLIFE_DAYS = 30;

type Place = Pick<Db, 'table' | 'workspaceId'>;

export function invitationRepository(db: Db): InvitationReader & InvitationWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table };
  return {
    async get(invitationId) {
      const { data } = await Entity.get({ workspaceId, invitationId }).go({ ...at, consistent: true });
      return data && fromItem(data);
    },
    async list(page) {
      const answer = await Entity.query
        .byId({ workspaceId })
        .go({ ...at, ...pageOptions(page), order: 'desc' });
      return toPage(answer, fromItem);
    },
    async update(before, after) {
      await db.commit([change(db, before, after), ...release(db, after)], after);
    },
  };
}

/** Invitations with the doors their tokens open: table and directory together. */
export function invitationSender(db: Db, directory: string): InvitationSender {
  const door = ({ id: invitationId, tokenHash, expiresOn }: InvitationRecord) =>
    put(
      InvitationDoor.put({
        tokenHash,
        workspaceId: db.workspaceId,
        invitationId,
        expiresAt: Math.floor(Date.parse(expiresOn) / 1000) + AFTERLIFE_DAYS * DAY_SECONDS,
      }).params({ table: directory }),
    );
  return {
    async open(invitation) {
      const created = Entity.create(toItem(db.workspaceId, invitation)).params({ table: db.table });
      await db.commit([put(created), hold(db, invitation), rate(db, invitation), door(invitation)], null);
    },
    async rotate(before, after) {
      await db.commit([change(db, before, after), hold(db, after), rate(db, after), door(after)], null);
    },
  };
}

/** What accepting writes: the invitation, the member with the counters, and the person in the directory. */
export function acceptance(
  place: Place & { directory: string },
  { invitation, member, limits }: { invitation: InvitationRecord; member: Member; limits: Limits },
): Write[] {
  const { table, directory, workspaceId } = place;
  const { userId, name, email } = member;
  const after: InvitationRecord = {
    ...invitation,
    version: invitation.version + 1,
    status: 'accepted',
    acceptedBy: userId,
  };
  return [
    { ...change(place, invitation, after), refuse: () => new Refusal('invitation_closed') },
    ...release(place, after),
    ...addMember({ table, workspaceId, limits }, member),
    put(Person.put({ userId, name, email }).params({ table: directory })),
    put(Belonging.put({ userId, workspaceId }).params({ table: directory })),
  ];
}

function change({ table, workspaceId }: Place, before: InvitationRecord, after: InvitationRecord): Write {
  const { invitationId, workspaceId: _, createdAt: __, acceptedBy, ...fields } = toItem(workspaceId, after);
  const params = Entity.patch({ workspaceId, invitationId })
    .set({ ...fields, ...(acceptedBy && { acceptedBy }) })
    .where(({ version, status }, { eq }) => `${eq(version, before.version)} AND ${eq(status, 'open')}`)
    .params({ table });
  return update(params, (current) => {
    const { data } = Entity.parse({ Item: current });
    return data ? invitationMoved(fromItem(data)) : new Refusal('not_found');
  });
}

/** Takes the address, unless another invitation to it is still open. */
function hold({ table, workspaceId }: Place, { id, email, sentAt, expiresOn }: InvitationRecord): Write {
  const params = InvitationGuard.put({
    workspaceId,
    emailHash: hashToken(email),
    invitationId: id,
    expiresOn,
  })
    .where(
      (guard, { notExists, eq, lt }) =>
        `${notExists(guard.invitationId)} OR ${eq(guard.invitationId, id)} OR ${lt(guard.expiresOn, sentAt)}`,
    )
    .params({ table });
  return put(params, () => new Refusal('already_invited'));
}

function release({ table, workspaceId }: Place, { email, status }: InvitationRecord): Write[] {
  if (status === 'open') return [];
  return [remove(InvitationGuard.delete({ workspaceId, emailHash: hashToken(email) }).params({ table }))];
}

function rate({ table, workspaceId }: Place, { sentAt }: InvitationRecord): Write {
  const hour = sentAt.slice(0, 13);
  const expiresAt = Math.floor(Date.parse(sentAt) / 1000) + DAY_SECONDS;
  const params = InvitationRate.upsert({ workspaceId, hour })
    .set({ expiresAt })
    .add({ sent: 1 })
    .where(({ sent }, { notExists, lt }) => `${notExists(sent)} OR ${lt(sent, AN_HOUR)}`)
    .params({ table });
  return update(params, () =>
    tooMany(new Date(Date.parse(sentAt) - 23 * HOUR_SECONDS * 1000).toISOString(), sentAt),
  );
}

const toItem = (workspaceId: WorkspaceId, { id, sends, ...fields }: InvitationRecord) => ({
  ...fields,
  workspaceId,
  invitationId: id as InvitationId,
  sends: [...sends],
});

type Item = ReturnType<typeof toItem>;

/** Stored to domain. */
export const fromItem = ({ workspaceId: _, invitationId: id, ...fields }: Item): InvitationRecord => ({
  id,
  ...fields,
});
