import type { StaffUser } from '#contracts/actor.ts';
import { limitsOf } from '#contracts/entitlements.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import type { UserId } from '#contracts/ids.ts';
import type { Limits } from '#contracts/limits.ts';
import { isBuiltIn } from '#contracts/roles.ts';
import type { InvitationAcceptNew, InvitationFace } from '#contracts/schemas/invitation.ts';
import type { Member } from '#contracts/schemas/member.ts';
import type { Clock } from './deps.ts';
import { type InvitationRecord, stateOf } from './invitations.ts';
import type { Directory } from './me.ts';
import { hashToken } from './tokens.ts';
import { newMember, type Person, type Workspace } from './workspaces.ts';

/** What a token leads to. */
export interface Invited {
  workspace: Workspace;
  invitation: InvitationRecord;
}

export interface InvitationDoors {
  /** Null for a token that is nobody's, or no longer. */
  find(tokenHash: string): Promise<Invited | null>;
  /**
   * Makes the member, closes the invitation and lets the directory know, together.
   * @throws {Refusal} `invitation_closed`, `already_member`, `limit_reached`
   */
  accept(invited: Invited, member: Member, limits: Limits): Promise<void>;
}

/** People of the staff pool, as far as joining needs them. */
export interface Newcomers {
  find(email: string): Promise<UserId | null>;
  create(email: string): Promise<UserId>;
  /** @throws {Refusal} `validation_failed` for a password that is too weak */
  setPassword(email: string, password: string): Promise<void>;
}

/** Whether the directory knows a person: one who is nowhere has never come in. */
export type Acquaintance = (userId: UserId) => Promise<boolean>;

interface Looking {
  clock: Clock;
  doors: Pick<InvitationDoors, 'find'>;
}

/**
 * What an invitation says; looking changes nothing, so that a mail scanner may.
 * @throws {Refusal} `not_found`
 */
export async function look(
  deps: Looking & { people: Pick<Newcomers, 'find'>; isKnown: Acquaintance },
  token: string,
): Promise<InvitationFace> {
  const { workspace, invitation } = await find(deps, token);
  const { email, invitedBy } = invitation;
  const userId = await deps.people.find(email);
  return {
    state: stateOf(invitation, deps.clock.now()),
    workspace: workspace.name,
    email,
    invitedBy: invitedBy.label,
    known: userId !== null && (await deps.isKnown(userId)),
  };
}

/**
 * Joins as somebody new. A person who was made by a try that got no further is nowhere in the directory: he is
 * taken up again, so that there are never two (FLT-29).
 * @returns the address that may now sign in
 * @throws {Refusal} `not_found`, `invitation_closed`, `already_member` when the address can sign in already,
 *   `limit_reached`, `validation_failed` for a weak password
 */
export async function acceptAsNew(
  deps: Looking & { doors: InvitationDoors; people: Newcomers; isKnown: Acquaintance },
  { token, name, password }: InvitationAcceptNew,
): Promise<string> {
  const { people, isKnown } = deps;
  const invited = await openOne(deps, token);
  const { email } = invited.invitation;
  const found = await people.find(email);
  if (found && (await isKnown(found))) {
    throw new Refusal('already_member', {
      detail: 'This address has an account. Sign in with it to accept.',
    });
  }
  const userId = found ?? (await people.create(email));
  await people.setPassword(email, password);
  await join(deps, invited, { userId, name, email });
  return email;
}

/**
 * Joins with the account that is signed in; it must be the invited address, and is told plainly when it is not.
 * @throws {Refusal} `not_found`, `forbidden`, `invitation_closed`, `already_member`, `limit_reached`
 */
export async function acceptAsMyself(
  deps: Looking & { actor: StaffUser; doors: InvitationDoors; directory: Directory },
  token: string,
): Promise<void> {
  const { actor, directory } = deps;
  const [invited, person] = await Promise.all([openOne(deps, token), directory.person(actor.userId)]);
  const { email } = invited.invitation;
  if (!person) throw new Refusal('unauthenticated', { internal: 'not in the directory' });
  if (person.email !== email) {
    const detail = `This invitation is for ${email}. You are signed in as ${person.email}.`;
    throw new Refusal('forbidden', { detail });
  }
  await join(deps, invited, { userId: actor.userId, name: person.name, email });
}

async function join(deps: Looking & { doors: InvitationDoors }, invited: Invited, person: Person) {
  const { workspace, invitation } = invited;
  const known = isBuiltIn(invitation.role) || Object.hasOwn(workspace.roles, invitation.role);
  // A role that was removed meanwhile leaves the least there is.
  const role = known ? invitation.role : 'viewer';
  const member = newMember(person, role, deps.clock.now(), invitation.invitedBy);
  await deps.doors.accept(invited, member, limitsOf(workspace.entitlements));
}

async function openOne(deps: Looking, token: string): Promise<Invited> {
  const invited = await find(deps, token);
  const state = stateOf(invited.invitation, deps.clock.now());
  if (state !== 'open') {
    throw new Refusal('invitation_closed', { detail: `This invitation is ${state}.`, extra: { state } });
  }
  return invited;
}

async function find({ doors }: Looking, token: string): Promise<Invited> {
  const tokenHash = hashToken(token);
  const invited = await doors.find(tokenHash);
  // A token that was rotated away still has its door until that expires.
  if (!invited || invited.invitation.tokenHash !== tokenHash || invited.workspace.status !== 'active') {
    throw notFound('no invitation of this token');
  }
  return invited;
}
