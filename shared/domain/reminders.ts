import { dayAfter, daysBetween } from '#contracts/days.ts';
import { liveFeatures } from '#contracts/entitlements.ts';
import type { ClientId, RequirementId, UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { KeptRequirement } from '#contracts/schemas/requirement.ts';
import type { StandardKey } from '#contracts/schemas/standard.ts';
import { dayIn, zoneOf } from './client-days.ts';
import { type ClientSettingsReader, settledFor } from './client-settings.ts';
import type { ClientReader } from './clients.ts';
import type { Clock } from './deps.ts';
import type { Mailer } from './mail.ts';
import type { Access } from './me.ts';
import { letterOf } from './reminder-letter.ts';
import { daysFrom, deadlineOf, passedAtFirst, stepDue } from './requirement-states.ts';
import type { RequirementReader } from './requirements.ts';
import type { StandardReader } from './standards.ts';
import { sees } from './view-scope.ts';
import type { WorkspaceReader } from './workspaces.ts';

/** What somebody is to be reminded of: a deadline, and from which day on if not at once. */
export interface Wanted {
  deadlineOn: string;
  quietUntil: string | null;
}

/** What a change of a requirement does to its reminder: begins it anew, keeps how far it came, or ends it. */
export type Reminding =
  | { kind: 'reset'; reminder: Wanted; passed: number | null }
  | { kind: 'kept'; reminder: Wanted | null }
  | { kind: 'none' };

/** How far the reminding of one deadline has come. */
export interface Reminder extends Wanted {
  clientId: ClientId;
  requirementId: RequirementId;
  standardKey: StandardKey;
  /** The last step that was told, or that was over when the deadline was set. */
  passed: number | null;
  /** Since when somebody is telling of `passed`; null once that is done. */
  claimedAt: string | null;
}

export interface ReminderReader {
  /** Reminders of deadlines between two days, both included, soonest first. */
  between(first: string, last: string, page: PageRequest): Promise<Page<Reminder>>;
}

export interface ReminderWriter {
  /** Takes a step, if the reminder still is as it was read. @returns false when it is not */
  claim(before: Reminder, step: number, at: string): Promise<boolean>;
  /** A claimed step was told. */
  settle(claimed: Reminder): Promise<void>;
  /** A claimed step could not be told: all is as before. */
  release(before: Reminder, claimed: Reminder): Promise<void>;
}

/** What a requirement wants to remind of; one that is waived or snoozed, not before that is over. */
export function remindingOf(
  kept: Pick<KeptRequirement, 'status' | 'dueOn' | 'expiresOn' | 'waiver' | 'snooze'>,
): Wanted | null {
  const deadline = deadlineOf(kept);
  if (!deadline) return null;
  const quiet = [kept.waiver && dayAfter(kept.waiver.until), kept.snooze?.until].filter((day) => day != null);
  return { deadlineOn: deadline.on, quietUntil: quiet.sort().at(-1) ?? null };
}

/** Begins the reminding of a deadline that was set today. */
export const reset = (reminder: Wanted | null, steps: readonly number[], today: string): Reminding =>
  reminder
    ? { kind: 'reset', reminder, passed: passedAtFirst(steps, daysBetween(today, reminder.deadlineOn)) }
    : { kind: 'none' };

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

/** Days after a deadline for which a step that was slept through is still told. */
const LATE_DAYS = 30;
/** A claim that is older than a run can last belongs to a run that died. */
const CLAIM_MS = 16 * 60_000;

/**
 * Mails whoever is responsible for each deadline of the workspace that has reached a step, once per step: a
 * step is claimed before its letter is posted, so that of two runs one tells it. What could not be posted is
 * released for the next try; what a run died over is told by the next one after it could be alive.
 * @returns how many letters were posted
 * @throws the first error of posting, after all others were tried
 */
export async function remind(tools: Tools): Promise<number> {
  const { clock, data } = tools;
  const workspace = await data.workspaces.get();
  if (workspace.status !== 'active' || !liveFeatures(workspace.entitlements).includes('compliance')) return 0;
  const standards = new Map((await data.standards.all()).map((one) => [one.key, one.reminders]));
  const furthest = Math.max(0, ...[...standards.values()].flat());
  const today = dayIn(zoneOf(workspace), clock.now());
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
  const due = stepDue(steps, before.passed, daysBetween(today, before.deadlineOn));
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
 * the settings of the client want no mail of it: the step is then over without a word.
 */
async function addressed({ data, accessOf }: Tools, reminder: Reminder, today: string) {
  const { clientId, requirementId } = reminder;
  const client = await data.clients.get(clientId);
  const kept = await data.requirements.get(clientId, requirementId);
  if (!client || client.deletedAt || !kept || remindingOf(kept)?.deadlineOn !== reminder.deadlineOn) {
    return null;
  }
  if (!(await settledFor(data, client)).onComplianceDue.includes('email')) return null;
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
