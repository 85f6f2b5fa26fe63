import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { AccountTeamId, ClientId, UserId } from '../ids.ts';
import { teamRoles } from '../team-roles.ts';
import { MemberStatus } from './member.ts';
import { Day, Instant } from './text.ts';

const TeamRole = z.enum(teamRoles);

/** Puts a member on the account team of a client. */
export const TeamPlaceCreate = z
  .strictObject({
    userId: UserId.meta({ description: 'An active member who may see clients' }),
    role: TeamRole,
    since: Day.optional().meta({ description: 'Today in the time zone of the workspace, unless said' }),
  })
  .meta({ id: 'TeamPlaceCreate' });
export type TeamPlaceCreate = z.output<typeof TeamPlaceCreate>;

/** What changes a place: only the fields that are sent. */
export const TeamPlacePatch = z
  .strictObject({ role: TeamRole.optional(), since: Day.optional() })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'TeamPlacePatch' });
export type TeamPlacePatch = z.output<typeof TeamPlacePatch>;

const kept = {
  id: AccountTeamId,
  version: z.number().int().positive(),
  clientId: ClientId,
  userId: UserId,
  memberName: z.string().meta({ description: 'The name of the member when he was put there' }),
  role: TeamRole,
  since: z.iso.date(),
  createdAt: Instant,
  updatedAt: Instant,
  updatedBy: ActorStamp,
};

/** A place on an account team as kept. */
export const KeptPlace = z.strictObject(kept);
export type KeptPlace = z.infer<typeof KeptPlace>;

/** A member on the account team of a client. */
export const TeamPlace = z
  .strictObject({
    ...kept,
    status: MemberStatus.meta({ description: 'Whether he may come in now' }),
    seesClient: z.boolean().meta({
      description: 'Whether he sees the client now: to be on its team is not enough for that',
    }),
  })
  .meta({ id: 'TeamPlace' });
export type TeamPlace = z.infer<typeof TeamPlace>;

/** The account team of a client, by role, then by name. */
export const AccountTeam = z.strictObject({ data: z.array(TeamPlace) }).meta({ id: 'AccountTeam' });
export type AccountTeam = z.infer<typeof AccountTeam>;

/** A place of a member, with the client it is at. */
export const MemberPlace = z.strictObject({ ...kept, clientName: z.string() }).meta({ id: 'MemberPlace' });
export type MemberPlace = z.infer<typeof MemberPlace>;
