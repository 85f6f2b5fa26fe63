import { type Permission, type PermissionGroup, permissionCatalogue } from '#contracts/permissions.ts';

/** The groups of the catalogue, in its order. */
export const permissionGroups = Object.keys(permissionCatalogue) as PermissionGroup[];

/** The keys of a group, in the order of the catalogue. */
export const keysOf = (group: PermissionGroup) => Object.keys(permissionCatalogue[group]) as Permission[];
