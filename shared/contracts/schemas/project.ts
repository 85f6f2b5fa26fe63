import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { ClientId, ProjectId, UserId } from '../ids.ts';
import { Day, Instant, line, text } from './text.ts';

/** The first three are open; the others are closed, and opening a closed project again takes a key of its own. */
export const projectStatuses = ['planning', 'active', 'on_hold', 'completed', 'cancelled'] as const;
export const ProjectStatus = z.enum(projectStatuses);
export type ProjectStatus = z.infer<typeof ProjectStatus>;

/** Members of a project, and members that all projects of one client together may link to it. */
export const MOST_MEMBERS = 40;

const editable = {
  name: line(120),
  description: text(2_000).nullish(),
  startsOn: Day.nullish(),
  endsOn: Day.nullish(),
  memberIds: z
    .array(UserId)
    .max(MOST_MEMBERS)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'has the same member twice' })
    .optional()
    .meta({ description: 'Whoever is a member sees the client' }),
  status: ProjectStatus.optional(),
};

/** What creates a project. Without members the creator is the one; it starts in planning unless it says so. */
export const ProjectCreate = z.strictObject(editable).meta({ id: 'ProjectCreate' });
export type ProjectCreate = z.output<typeof ProjectCreate>;

/** What changes a project: only the fields that are sent; null empties one. */
export const ProjectPatch = z
  .strictObject({ ...editable, name: editable.name.optional() })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'ProjectPatch' });
export type ProjectPatch = z.output<typeof ProjectPatch>;

/** Work for one client with a beginning and an end. */
export const Project = z
  .strictObject({
    id: ProjectId,
    version: z.number().int().positive(),
    clientId: ClientId,
    name: z.string(),
    description: z.string().nullable(),
    status: ProjectStatus,
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    memberIds: z.array(UserId),
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: ActorStamp,
  })
  .meta({ id: 'Project' });
export type Project = z.infer<typeof Project>;
