import { daysBetween } from '#contracts/days.ts';
import { liveFeatures } from '#contracts/entitlements.ts';
import type { UserId } from '#contracts/ids.ts';
import type { Page } from '#contracts/paging.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { dayIn, hourIn, zoneOf } from './client-days.ts';
import { type ClientSettingsReader, settledFor } from './client-settings.ts';
import type { ClientReader } from './clients.ts';
import type { Clock } from './deps.ts';
import type { Mailer } from './mail.ts';
import type { Access } from './me.ts';
import { letterOf } from './reminder-letter.ts';
import { type Reminder, type ReminderReader, type ReminderWriter, remindingOf } from './reminders.ts';
import { daysFrom, stepDue, stepsOf } from './requirement-states.ts';
import type { RequirementReader } from './requirements.ts';
import type { StandardReader } from './standards.ts';
import { sees } from './view-scope.ts';
import type { WorkspaceReader } from './workspaces.ts';

interface Tools {
  /** The time of the schedule: decides which day it is. */
  clock: Clock;
  /** The time of the machine: decides whether a claim is still worked on. */
  wall: Clock;
  mail: Mailer;
  data: {
    clients: ClientReader;
    clientSettings: ClientSettingsReader;
    reminders: ReminderReader & ReminderWriter;
    requirements: RequirementReader;
    standards: StandardReader;
    workspaces: WorkspaceReader;
  };
  /** What a person may do in the workspace right now; null for one who may not come in. */
  accessOf(userId: UserId): Promise<Access | null>;
}

/** The hours in which people are reminded, where they are: the first run of them tells, the others make good. */
const MORNING = { from: 7, before: 10 };
/** Days after a deadline for which a step that was slept through is still told. */
const LATE_DAYS = 30;
/** A claim that is older than a run can last belongs to a run that died. */
const CLAIM_MS = 16 * 60_000;

/**
 * Mails whoever is responsible for each deadline of the workspace that has reached a step, once per step, and
 * only in the morning of the workspace: a
 * step is claimed before its letter is posted, so that of two runs one tells it. What could not be posted is
 * released for the next try; what a run died over is told by the next one after it could be alive.
 * @returns how many letters were posted
 * @throws the first error of posting, after all others were tried
 */
export async function remind(tools: Tools): Promise<number> {
  const { clock, data } = tools;
  const workspace = await data.workspaces.get();
  if (workspace.status !== 'active' || !liveFeatures(workspace.entitlements).includes('compliance')) return 0;
  const timeZone = zoneOf(workspace);
  const hour = hourIn(timeZone, clock.now());
  if (hour < MORNING.from || hour >= MORNING.before) return 0;
  const standards = new Map((await data.standards.all()).map((one) => [one.key, one.reminders]));
  const furthest = Math.max(0, ...[...standards.values()].flat());
  const today = dayIn(timeZone, clock.now());
  const [first, last] = [daysFrom(today, -LATE_DAYS), daysFrom(today, furthest)];
  let [posted, cursor]: [number, string | null] = [0, null];
  let failure: unknown;
  do {
    const found: Page<Reminder> = await data.reminders.between(first, last, { cursor: cursor ?? undefined });
    for (const reminder of found.data) {
      try {
        if (await tell(tools, reminder, standards.get(reminder.standardKey) ?? [], today)) posted += 1;
      } catch (error) {
        failure ??= error;
      }
    }
    cursor = found.page.next;
  } while (cursor !== null);
  if (failure) throw failure;
  return posted;
}

async function tell(
  tools: Tools,
  before: Reminder,
  steps: readonly number[],
  today: string,
): Promise<boolean> {
  const { wall, mail, data } = tools;
  if (before.quietUntil !== null && today < before.quietUntil) return false;
  const now = wall.now();
  const due = stepDue(stepsOf(steps), before.passed, daysBetween(today, before.deadlineOn));
  const isAbandoned = before.claimedAt && Date.parse(now) - Date.parse(before.claimedAt) > CLAIM_MS;
  if (before.claimedAt && !isAbandoned) return false;
  const step = due ?? (isAbandoned ? before.passed : null);
  if (step === null || !(await data.reminders.claim(before, step, now))) return false;
  const claimed = { ...before, passed: step, claimedAt: now };
  try {
    const letter = await addressed(tools, claimed, today);
    if (letter) await mail.send(letter);
    await data.reminders.settle(claimed);
    return letter !== null;
  } catch (error) {
    await data.reminders.release(before, claimed);
    throw error;
  }
}

/**
 * The letter to whoever is responsible, or to the client's owner when he may not know of it any more. None where
 * the settings of the client want no word of it: the step is then over in silence. Whoever chose ways that do not
 * exist yet is mailed, since that is the only one that does.
 */
async function addressed({ data, accessOf }: Tools, reminder: Reminder, today: string) {
  const { clientId, requirementId } = reminder;
  const client = await data.clients.get(clientId);
  const kept = await data.requirements.get(clientId, requirementId);
  if (!client || client.deletedAt || !kept || remindingOf(kept)?.deadlineOn !== reminder.deadlineOn) {
    return null;
  }
  if ((await settledFor(data, client)).onComplianceDue.length === 0) return null;
  for (const userId of new Set([kept.ownerId, client.ownerId])) {
    const access = await accessOf(userId);
    if (access && mayKnow(access, userId, client)) {
      return letterOf({ access, client, kept, today, deadlineOn: reminder.deadlineOn });
    }
  }
  return null;
}

const mayKnow = ({ permissions, entitlements }: Access, userId: UserId, client: Client) =>
  permissions.has('clients.view') &&
  permissions.has('compliance.view') &&
  sees({ userId, permissions, features: new Set(liveFeatures(entitlements)) }, client);
