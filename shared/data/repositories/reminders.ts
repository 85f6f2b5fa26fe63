import type { ClientId, RequirementId } from '#contracts/ids.ts';
import type { KeptRequirement } from '#contracts/schemas/requirement.ts';
import type { Reminder, ReminderReader, ReminderWriter, Reminding, Wanted } from '#domain/reminders.ts';
import { put, remove, update, type Write } from '../commit.ts';
import type { Db } from '../db.ts';
import { Reminder as Entity, type ReminderItem } from '../entities/reminder.ts';
import { pageOptions, toPage } from './paging.ts';
import { held, withoutNulls } from './records.ts';

export function reminderRepository({ client, table, workspaceId }: Db): ReminderReader & ReminderWriter {
  const at = { client, table };

  const patch = ({ clientId, requirementId }: Reminder) =>
    Entity.patch({ workspaceId, clientId, requirementId });

  return {
    /** One query of an index that only reminders are in, and one read of what it found. */
    async between(first, last, page) {
      const answer = await Entity.query
        .byDeadline({ workspaceId })
        .between({ deadlineOn: first }, { deadlineOn: `${last}~` })
        .go({ ...at, ...pageOptions(page) });
      const rows = toPage(answer, ({ row }) => ({ workspaceId, ...row }));
      if (rows.data.length === 0) return { ...rows, data: [] };
      const { data } = await Entity.get(rows.data).go({ ...at, consistent: true });
      return { ...rows, data: data.map(fromItem) };
    },

    async claim(before, step, now) {
      return held(patch(before).set({ passed: step, claimedAt: now }).where(as(before)).go(at));
    },

    async settle(claimed) {
      await held(patch(claimed).remove(['claimedAt']).where(as(claimed)).go(at));
    },

    async release(before, claimed) {
      const back =
        before.passed === null
          ? patch(claimed).remove(['claimedAt', 'passed'])
          : patch(claimed).set({ passed: before.passed }).remove(['claimedAt']);
      await held(back.where(as(claimed)).go(at));
    },
  };
}

type Where = Parameters<ReturnType<ReturnType<typeof Entity.patch>['set']>['where']>[0];

/** What is written follows from what was read: the same deadline, and nobody has come further since. */
const as =
  ({ deadlineOn: deadline, passed: step, claimedAt: claim }: Reminder): Where =>
  ({ deadlineOn, passed, claimedAt }, { eq, notExists }) =>
    [
      eq(deadlineOn, deadline),
      step === null ? notExists(passed) : eq(passed, step),
      claim === null ? notExists(claimedAt) : eq(claimedAt, claim),
    ].join(' AND ');

type Place = Pick<Db, 'table' | 'workspaceId'>;
type Whose = Pick<KeptRequirement, 'id' | 'clientId' | 'standardKey'>;

/** What a change of a requirement does to its reminder. */
export function moveReminder(place: Place, requirement: Whose, reminding: Reminding): Write[] {
  const { table, workspaceId } = place;
  const { clientId, id: requirementId } = requirement;
  if (reminding.kind === 'reset') {
    const reminder = { ...reminding.reminder, passed: reminding.passed };
    return [put(Entity.put(toItem(place, requirement, reminder)).params({ table }))];
  }
  if (reminding.kind === 'none') return [dropReminder(place, requirement)];
  if (!reminding.reminder) return [];
  const { quietUntil } = reminding.reminder;
  const patch = Entity.patch({ workspaceId, clientId, requirementId });
  const quiet = quietUntil === null ? patch.remove(['quietUntil']) : patch.set({ quietUntil });
  return [update(quiet.params({ table }))];
}

/** Nobody is to be reminded any more. */
export const dropReminder = ({ table, workspaceId }: Place, { clientId, id }: Whose): Write =>
  remove(Entity.delete({ workspaceId, clientId, requirementId: id }).params({ table }));

/** A reminder as it is stored; for the census too, which compares the indexes of the two. */
export const toItem = (
  { workspaceId }: Pick<Place, 'workspaceId'>,
  { clientId, id: requirementId, standardKey }: Whose,
  reminder: Wanted & { passed: number | null },
) => ({
  ...withoutNulls(reminder),
  workspaceId,
  clientId,
  requirementId,
  standardKey,
  row: { clientId, requirementId } as { clientId: ClientId; requirementId: RequirementId },
});

const absent = { quietUntil: null, passed: null, claimedAt: null };

/** Stored to domain; what the store has no value for is null. */
export const fromItem = ({ workspaceId: _, row: __, ...item }: ReminderItem): Reminder => ({
  ...absent,
  ...item,
});
