import { type ActorStamp, stamp } from '#contracts/actor.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import type { InvitationId, UserId } from '#contracts/ids.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import { permissionsOf } from '#contracts/roles.ts';
import { INVITATION_DAYS, type Invitation, type InvitationCreate } from '#contracts/schemas/invitation.ts';
import type { Deps } from './deps.ts';
import type { Mailer } from './mail.ts';
import { assertRole, assertWithin, type MemberReader } from './members.ts';
import { hashToken, newToken } from './tokens.ts';

/** An invitation as kept; whether it has expired is a question of the time. */
export interface InvitationRecord {
  id: InvitationId;
  version: number;
  email: string;
  role: string;
  status: 'open' | 'accepted' | 'revoked';
  delivery: 'sent' | 'failed';
  tokenHash: string;
  invitedBy: ActorStamp;
  acceptedBy?: UserId | undefined;
  /** When it was mailed, of the last day only. */
  sends: readonly string[];
  createdAt: string;
  sentAt: string;
  expiresOn: string;
}

export interface InvitationReader {
  get(id: InvitationId): Promise<InvitationRecord | null>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<InvitationRecord>>;
}

export interface InvitationWriter {
  /** Writes the next state; a closed one gives its address back. @throws {Refusal} `version_conflict` */
  update(before: InvitationRecord, after: InvitationRecord): Promise<void>;
}

/** Writes invitations together with the door that their token opens. */
export interface InvitationSender {
  /** @throws {Refusal} `already_invited`, `rate_limited` for the workspace */
  open(invitation: InvitationRecord): Promise<void>;
  /** Gives an invitation another token; the one before opens nothing from then on. @throws as `open` */
  rotate(before: InvitationRecord, after: InvitationRecord): Promise<void>;
}

type Sending = Deps<{ invitations: InvitationReader & InvitationWriter; members: MemberReader }> & {
  sender: InvitationSender;
  mail: Mailer;
  /** Where the app is found; links in mails begin with it. */
  appUrl: string;
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** Mails of one invitation a day. */
const A_DAY = 3;

/** Who was asked to join, newest first. */
export async function list(
  { clock, data }: Deps<{ invitations: InvitationReader }>,
  page: PageRequest,
): Promise<Page<Invitation>> {
  const found = await data.invitations.list(page);
  return { ...found, data: found.data.map((record) => faceOf(record, clock.now())) };
}

/**
 * Asks somebody to join. The mail is posted after the commit; when that fails, the invitation says so and can
 * be sent again.
 * @throws {Refusal} `escalation`, `already_member`, `already_invited`, `limit_reached`, `rate_limited`,
 *   `validation_failed` for a role that is none
 */
export async function create(deps: Sending, { email, role }: InvitationCreate): Promise<Invitation> {
  const { actor, clock, ids, data, sender } = deps;
  assertRole(actor.roles, role, '/role');
  assertWithin(actor, permissionsOf(role, actor.roles));
  const members = await data.members.all();
  if (members.some((member) => member.email === email)) throw new Refusal('already_member');
  const seats = members.filter(({ status }) => status === 'active').length;
  const max = actor.limits['members.active'];
  if (max !== null && seats >= max) {
    const detail = `The plan allows ${max} members.`;
    throw new Refusal('limit_reached', { detail, extra: { limit: 'members.active', used: seats, max } });
  }
  const token = newToken();
  const now = clock.now();
  const invitation: InvitationRecord = {
    id: ids.next('invitation'),
    version: 1,
    email,
    role,
    status: 'open',
    delivery: 'sent',
    tokenHash: hashToken(token),
    invitedBy: stamp(actor),
    sends: [now],
    createdAt: now,
    sentAt: now,
    expiresOn: daysAfter(now),
  };
  await sender.open(invitation);
  return post(deps, invitation, token);
}

/**
 * Sends an invitation anew, an expired one too; the link of the mail before stops working.
 * @throws {Refusal} `not_found`, `version_conflict`, `invitation_closed`, `escalation`, `rate_limited`
 */
export async function resend(deps: Sending, id: InvitationId, expected: number): Promise<Invitation> {
  const { actor, clock, sender } = deps;
  const before = await current(deps, id, expected);
  assertWithin(actor, permissionsOf(before.role, actor.roles));
  const now = clock.now();
  const today = before.sends.filter((at) => Date.parse(now) - Date.parse(at) < DAY_MS);
  if (today.length >= A_DAY) throw tooMany(today[0] ?? now, now);
  const token = newToken();
  const after: InvitationRecord = {
    ...before,
    version: before.version + 1,
    delivery: 'sent',
    tokenHash: hashToken(token),
    invitedBy: stamp(actor),
    sends: [...today, now],
    sentAt: now,
    expiresOn: daysAfter(now),
  };
  await sender.rotate(before, after);
  return post(deps, after, token);
}

/**
 * Takes an invitation back.
 * @throws {Refusal} `not_found`, `version_conflict`, `invitation_closed`, `escalation`
 */
export async function revoke(
  deps: Deps<{ invitations: InvitationReader & InvitationWriter }>,
  id: InvitationId,
  expected: number,
): Promise<void> {
  const { actor, data } = deps;
  const before = await current(deps, id, expected);
  assertWithin(actor, permissionsOf(before.role, actor.roles));
  await data.invitations.update(before, { ...before, version: before.version + 1, status: 'revoked' });
}

async function current(
  { data }: Deps<{ invitations: InvitationReader }>,
  id: InvitationId,
  expected: number,
): Promise<InvitationRecord> {
  const record = await data.invitations.get(id);
  if (!record) throw notFound('no such invitation');
  if (record.status !== 'open') {
    throw new Refusal('invitation_closed', { detail: `This invitation was ${record.status}.` });
  }
  if (record.version !== expected) throw invitationMoved(record);
  return record;
}

/** Somebody else touched the invitation meanwhile. */
export const invitationMoved = ({ version, sentAt, invitedBy }: InvitationRecord) =>
  new Refusal('version_conflict', { extra: { version, changedAt: sentAt, changedBy: invitedBy.label } });

async function post(deps: Sending, invitation: InvitationRecord, token: string): Promise<Invitation> {
  const { actor, appUrl, clock, data, mail } = deps;
  const link = `${appUrl}/invite/${token}`;
  const text = [
    `${actor.name} asks you to join ${deps.actor.workspaceName}.`,
    '',
    `Open this link within ${INVITATION_DAYS} days:`,
    link,
    '',
    'If you did not expect this mail, you can ignore it.',
  ].join('\n');
  try {
    await mail.send({
      to: invitation.email,
      subject: `${actor.name} invites you to ${deps.actor.workspaceName}`,
      text,
    });
    return faceOf(invitation, clock.now());
  } catch {
    const failed = { ...invitation, version: invitation.version + 1, delivery: 'failed' as const };
    await data.invitations.update(invitation, failed);
    return faceOf(failed, clock.now());
  }
}

/** As members see it; expired is derived. */
export function faceOf(record: InvitationRecord, now: string): Invitation {
  const { id, version, email, role, delivery, invitedBy, sentAt, expiresOn } = record;
  return {
    id,
    version,
    email,
    role,
    state: stateOf(record, now),
    delivery,
    invitedBy: invitedBy.label,
    sentAt,
    expiresAt: expiresOn,
  };
}

/** Whether an invitation still opens anything. */
export const stateOf = ({ status, expiresOn }: InvitationRecord, now: string) =>
  status === 'open' && expiresOn <= now ? 'expired' : status;

/** Too many mails: when the next may go. */
export const tooMany = (oldest: string, now: string) =>
  new Refusal('rate_limited', {
    detail: 'Too many mails of this kind. Try again later.',
    retryAfterSeconds: Math.max(1, Math.ceil((Date.parse(oldest) + DAY_MS - Date.parse(now)) / 1000)),
  });

const daysAfter = (now: string) => new Date(Date.parse(now) + INVITATION_DAYS * DAY_MS).toISOString();
