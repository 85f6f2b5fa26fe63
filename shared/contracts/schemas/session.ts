import * as z from 'zod';
import { features } from '../features.ts';
import { UserId, WorkspaceId } from '../ids.ts';
import { permissions } from '../permissions.ts';
import { Email, line } from './text.ts';
import { Slug } from './workspace.ts';

export const StaffSignIn = z
  .strictObject({ email: Email, password: z.string().min(1).max(256) })
  .meta({ id: 'StaffSignIn' });

/** An access token for the header `Authorization: Bearer`; the refresh token travels in a cookie only. */
export const Session = z
  .strictObject({
    accessToken: z.string(),
    expiresIn: z.number().int().positive().meta({ description: 'Seconds' }),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

/** What sign-in still asks for; what the pool needs to go on travels in a cookie. */
export const StaffChallenge = z
  .strictObject({ challenge: z.enum(['new_password', 'totp']) })
  .meta({ id: 'StaffChallenge' });
export type StaffChallenge = z.infer<typeof StaffChallenge>;

export const StaffSignInAnswer = z.union([Session, StaffChallenge]);

export const NewPassword = z.string().min(10, 'must have at least 10 characters').max(256);
const Code = z
  .string()
  .trim()
  .regex(/^\d{6,8}$/, 'must be the digits of the code');

export const StaffChallengeAnswer = z
  .discriminatedUnion('challenge', [
    z.strictObject({ challenge: z.literal('new_password'), password: NewPassword }),
    z.strictObject({ challenge: z.literal('totp'), code: Code }),
  ])
  .meta({ id: 'StaffChallengeAnswer' });
export type StaffChallengeAnswer = z.output<typeof StaffChallengeAnswer>;

export const PasswordForgotten = z.strictObject({ email: Email }).meta({ id: 'PasswordForgotten' });
export const PasswordReset = z
  .strictObject({ email: Email, code: Code, password: NewPassword })
  .meta({ id: 'PasswordReset' });

/** The same for every address: whether somebody is known is nobody's business. */
export const CodeSent = z.strictObject({ sent: z.literal(true) }).meta({ id: 'CodeSent' });

export const StaffSignUp = z
  .strictObject({
    email: Email,
    name: line(80),
    workspace: z.strictObject({
      name: line(80),
      slug: Slug,
    }),
  })
  .meta({ id: 'StaffSignUp' });
export type StaffSignUp = z.output<typeof StaffSignUp>;

/** Whether a code is asked for at sign-in. */
export const TotpState = z.strictObject({ enabled: z.boolean() }).meta({ id: 'TotpState' });
export const TotpSecret = z
  .strictObject({ secret: z.string(), uri: z.string().meta({ description: 'otpauth:// for a QR code' }) })
  .meta({ id: 'TotpSecret' });
export const TotpCode = z.strictObject({ code: Code }).meta({ id: 'TotpCode' });

/** One workspace as a member of staff may use it. */
export const Membership = z
  .strictObject({
    id: WorkspaceId,
    slug: z.string(),
    name: z.string(),
    role: z.string(),
    roleName: z.string(),
    permissions: z.array(z.enum(permissions)),
    features: z.array(z.enum(features)).meta({ description: 'Those that are live' }),
    accessVersion: z.number().int(),
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

/** Who is signed in, and where. */
export const StaffMe = z
  .strictObject({
    user: z.strictObject({ id: UserId, email: z.string(), name: z.string() }),
    operator: z.boolean().meta({ description: 'Whether the person runs this installation' }),
    workspaces: z.array(Membership),
  })
  .meta({ id: 'StaffMe' });
export type StaffMe = z.infer<typeof StaffMe>;
