import * as z from 'zod';
import { features } from '../features.ts';
import { UserId, WorkspaceId } from '../ids.ts';
import { permissions } from '../permissions.ts';
import { Email } from './text.ts';

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

/** One workspace as a member of staff may use it. */
export const Membership = z
  .strictObject({
    id: WorkspaceId,
    slug: z.string(),
    name: z.string(),
    role: z.string(),
    permissions: z.array(z.enum(permissions)),
    features: z.array(z.enum(features)),
    accessVersion: z.number().int(),
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

/** Who is signed in, and where. */
export const StaffMe = z
  .strictObject({
    user: z.strictObject({ id: UserId, email: z.string(), name: z.string() }),
    workspaces: z.array(Membership),
  })
  .meta({ id: 'StaffMe' });
export type StaffMe = z.infer<typeof StaffMe>;
