import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { UserId } from '../ids.ts';
import { RoleKey } from './role.ts';
import { Instant } from './text.ts';

/** A disabled member is out with the next request; his name stays on all he did. */
export const memberStatuses = ['active', 'disabled'] as const;
export const MemberStatus = z.enum(memberStatuses);
export type MemberStatus = z.infer<typeof MemberStatus>;

/** A person of staff in one workspace. */
export const Member = z
  .strictObject({
    userId: UserId,
    version: z.number().int().positive(),
    name: z.string(),
    email: z.string(),
    role: z.string(),
    status: MemberStatus,
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: ActorStamp,
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

export const MemberPatch = z
  .strictObject({
    role: RoleKey.optional(),
    status: MemberStatus.optional(),
    handOverTo: UserId.optional().meta({
      description:
        'Who owns this member’s clients from then on; needed where he owns some and could not after the change. The first twenty move at once, the rest with `handover`',
    }),
  })
  .refine(({ role, status }) => role !== undefined || status !== undefined, {
    error: 'names no field to change',
  })
  .meta({ id: 'MemberPatch' });
export type MemberPatch = z.output<typeof MemberPatch>;

/** Hands the clients of one member to another, a batch at a time. */
export const Handover = z.strictObject({ to: UserId }).meta({ id: 'Handover' });
export const HandoverProgress = z
  .strictObject({
    moved: z.number().int().meta({ description: 'Clients, follow-ups and places that this call moved' }),
    left: z.boolean().meta({ description: 'Whether there are more: call again' }),
  })
  .meta({ id: 'HandoverProgress' });
export type HandoverProgress = z.infer<typeof HandoverProgress>;
