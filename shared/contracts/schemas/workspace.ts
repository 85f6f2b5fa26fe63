import * as z from 'zod';
import { OvertimePolicy } from './overtime.ts';
import { Currency, Instant, Locale, line, TimeZone } from './text.ts';

/** The address of a portal: lower-case, unique in the installation. */
export const Slug = z
  .string()
  .trim()
  .regex(/^[a-z0-9](?:[a-z0-9-]{1,38}[a-z0-9])$/, 'must be 3 to 40 lower-case letters, digits or hyphens')
  .meta({ example: 'northwind' });

/** Hours after its founding in which a workspace may still change its slug: links exist after that. */
export const SLUG_HOURS = 24;

/** What a workspace is called and where it is at home. */
export const WorkspaceSettings = z
  .strictObject({
    version: z.number().int().positive(),
    name: z.string(),
    slug: z.string(),
    slugLockedAt: Instant.meta({ description: 'From then on the slug stays as it is' }),
    timeZone: z.string(),
    locale: z.string(),
    currency: z.string(),
    overtimePolicy: OvertimePolicy,
    createdAt: Instant,
  })
  .meta({ id: 'WorkspaceSettings' });
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

export const WorkspacePatch = z
  .strictObject({
    name: line(80).optional(),
    slug: Slug.optional(),
    timeZone: TimeZone.optional(),
    locale: Locale.optional(),
    currency: Currency.optional(),
    overtimePolicy: OvertimePolicy.optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'WorkspacePatch' });
export type WorkspacePatch = z.output<typeof WorkspacePatch>;
