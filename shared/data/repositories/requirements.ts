import { Refusal } from '#contracts/errors.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import { KeptRequirement } from '#contracts/schemas/requirement.ts';
import { type RequirementReader, type RequirementWriter, unknownResponsible } from '#domain/requirements.ts';
import { put, remove, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Reminder } from '../entities/reminder.ts';
import { Requirement as Entity, type RequirementItem } from '../entities/requirement.ts';
import { RequirementStandard } from '../entities/requirement-standard.ts';
import { mustBeActive } from './members.ts';
import { pageOptions, toPage } from './paging.ts';
import { changeTo, withoutNulls } from './records.ts';
import { dropReminder, moveReminder } from './reminders.ts';
import { countDown, countUp } from './standards.ts';

export function requirementRepository(db: Db): RequirementReader & RequirementWriter {
  const { client, table, workspaceId } = db;
  const at = { client, table, consistent: true };

  return {
    /** One requirement of one client; another client's is absent. */
    async get(clientId, requirementId) {
      const { data } = await Entity.get({ workspaceId, clientId, requirementId }).go(at);
      return data && !data.deletedAt ? fromItem(data) : null;
    },

    /** All that a client has to meet, in one query, in the order it was asked. */
    async ofClient(clientId) {
      const { data } = await Entity.query.ofClient({ workspaceId, clientId }).go({ ...at, pages: 'all' });
      return data.filter(({ deletedAt }) => !deletedAt).map(fromItem);
    },

    /** One query of the index of deadlines, and one read of what it found. */
    async byDeadline(until, page) {
      const answer = await Reminder.query
        .byDeadline({ workspaceId })
        .lte({ deadlineOn: `${until}~` })
        .go({ client, table, ...pageOptions(page) });
      const rows = toPage(answer, ({ row }) => ({ workspaceId, ...row }));
      if (rows.data.length === 0) return { ...rows, data: [] };
      const { data, unprocessed } = await Entity.get(rows.data).go({ client, table });
      if (unprocessed.length > 0) {
        throw new Refusal('dependency_down', { internal: 'requirements left unread' });
      }
      const at = new Map(data.map((item) => [item.requirementId, item]));
      const found = rows.data.flatMap(({ requirementId }) => at.get(requirementId) ?? []);
      return { ...rows, data: found.filter(({ deletedAt }) => !deletedAt).map(fromItem) };
    },

    /** One query of an index that only they are in, and one read of what it found. */
    async ofOwner(ownerId, page) {
      const answer = await Entity.query
        .byOwner({ workspaceId, ownerId })
        .go({ client, table, ...pageOptions(page) });
      const rows = toPage(answer, ({ row }) => ({ workspaceId, ...row }));
      if (rows.data.length === 0) return { ...rows, data: [] };
      const { data } = await Entity.get(rows.data).go(at);
      // The index is a moment behind: what was given away or removed since is not there.
      const own = data.filter((item) => !item.deletedAt && item.ownerId === ownerId);
      return { ...rows, data: own.map(fromItem) };
    },

    async create(requirement, reminding, answer) {
      const { clientId, standardKey, id: requirementId } = requirement;
      const guard = { workspaceId, clientId, standardKey, requirementId };
      await db.commit(
        [
          put(Entity.create(toItem(workspaceId, requirement)).params({ table })),
          put(RequirementStandard.create(guard).params({ table }), () => new Refusal('already_assigned')),
          countUp(db, standardKey),
          ...moveReminder(db, requirement, reminding),
        ],
        answer,
      );
    },

    async update(before, after, reminding, answer) {
      const { ownerId } = after;
      const proof = ownerId === before.ownerId ? [] : [mustBeActive(db, ownerId, unknownResponsible)];
      await db.commit([change(db, before, after), ...moveReminder(db, after, reminding), ...proof], answer);
    },

    async remove(before, tombstone) {
      const { clientId, standardKey, id: requirementId } = before;
      await db.commit(
        [
          change(db, before, tombstone, tombstone.updatedAt),
          remove(RequirementStandard.delete({ workspaceId, clientId, standardKey }).params({ table })),
          countDown(db, standardKey),
          dropReminder(db, before),
        ],
        null,
      );
      await Entity.delete({ workspaceId, clientId, requirementId }).go({ client, table });
    },
  };
}

/** The next state over the version it was made from. */
function change(
  { table, workspaceId }: Db,
  before: KeptRequirement,
  after: KeptRequirement,
  deletedAt?: string,
): Write {
  const { workspaceId: _, clientId, requirementId, createdAt: __, ...fields } = toItem(workspaceId, after);
  return changeTo(
    table,
    Entity.patch({ workspaceId, clientId, requirementId }),
    { ...fields, deletedAt },
    before.version,
  );
}

function toItem(workspaceId: WorkspaceId, { id, ...fields }: KeptRequirement) {
  const row = { clientId: fields.clientId, requirementId: id };
  return { ...withoutNulls(fields), workspaceId, requirementId: id, row };
}

const absent = {
  statusReason: null,
  dueOn: null,
  expiresOn: null,
  note: null,
  snooze: null,
  waiver: null,
};

/** Stored to domain; what the store has no value for is null. */
export const fromItem = (item: RequirementItem): KeptRequirement =>
  KeptRequirement.strip().parse({
    ...absent,
    ...item,
    id: item.requirementId,
    // Evidence from before the day of its acceptance was kept apart from that of its last review.
    evidence: item.evidence.map((one) => ({
      ...one,
      acceptedAt: one.acceptedAt ?? (one.review === 'accepted' ? one.reviewedAt : null),
    })),
  });
