import * as z from 'zod';
import { type Permission, permissions } from '../permissions.ts';
import { impliedBy } from '../roles.ts';
import { line } from './text.ts';

/** Names a role for ever; what people read is its name. */
export const RoleKey = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, 'must be 2 to 40 small letters, digits or underscores')
  .meta({ example: 'account_manager' });

/** Keys, each once, and none without the one it needs. */
const RolePermissions = z
  .array(z.enum(permissions))
  .transform((keys) => [...new Set(keys)])
  .superRefine((keys, context) => {
    const held = new Set<Permission>(keys);
    keys.forEach((key, at) => {
      for (const needed of impliedBy(key).filter((other) => !held.has(other))) {
        context.addIssue({ code: 'custom', path: [at], message: `needs ${needed} as well` });
      }
    });
  });

const editable = { name: line(40), permissions: RolePermissions };

export const RoleCreate = z.strictObject({ key: RoleKey, ...editable }).meta({ id: 'RoleCreate' });
export type RoleCreate = z.output<typeof RoleCreate>;

/** The whole of a role: what is not named is not held. */
export const RoleChange = z.strictObject(editable).meta({ id: 'RoleChange' });
export type RoleChange = z.output<typeof RoleChange>;

/** One column of the roles table. */
export const Role = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    builtIn: z.boolean(),
    locked: z.boolean().meta({ description: 'The owner holds every key, always' }),
    changed: z.boolean().meta({ description: 'A built-in role that this workspace has changed' }),
    permissions: z.array(z.enum(permissions)),
    members: z.number().int().meta({ description: 'Members who hold it' }),
  })
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** The roles table; its version is the workspace's, which every change of it names. */
export const RoleTable = z
  .strictObject({ version: z.number().int(), data: z.array(Role) })
  .meta({ id: 'RoleTable' });
export type RoleTable = z.infer<typeof RoleTable>;
