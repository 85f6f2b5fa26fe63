import * as z from 'zod';
import { InvitationId } from '../ids.ts';
import { RoleKey } from './role.ts';
import { NewPassword } from './session.ts';
import { Email, Instant, line } from './text.ts';

/** Days for which an invitation is open. */
export const INVITATION_DAYS = 7;

export const InvitationCreate = z
  .strictObject({ email: Email, role: RoleKey })
  .meta({ id: 'InvitationCreate' });
export type InvitationCreate = z.output<typeof InvitationCreate>;

export const invitationStates = ['open', 'expired', 'accepted', 'revoked'] as const;

/** Somebody who was asked to join; the token stands in the mail and nowhere else. */
export const Invitation = z
  .strictObject({
    id: InvitationId,
    version: z.number().int().positive(),
    email: z.string(),
    role: z.string(),
    state: z.enum(invitationStates).meta({ description: 'Expired is derived from the time' }),
    delivery: z.enum(['sent', 'failed']),
    invitedBy: z.string(),
    sentAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/** 256 random bits in base64url, from the link of the mail. */
const Token = z.string().regex(/^[\w-]{43}$/, 'is not a token of an invitation');
export const InvitationToken = z.strictObject({ token: Token }).meta({ id: 'InvitationToken' });

/** What the link shows before anything is decided. */
export const InvitationFace = z
  .strictObject({
    state: z.enum(invitationStates),
    workspace: z.string(),
    email: z.string(),
    invitedBy: z.string(),
    known: z.boolean().meta({ description: 'Whether the address can sign in already' }),
  })
  .meta({ id: 'InvitationFace' });
export type InvitationFace = z.infer<typeof InvitationFace>;

/** Accepts as somebody new: the name that others will see, and a password. */
export const InvitationAcceptNew = z
  .strictObject({ token: Token, name: line(80), password: NewPassword })
  .meta({ id: 'InvitationAcceptNew' });
export type InvitationAcceptNew = z.output<typeof InvitationAcceptNew>;
