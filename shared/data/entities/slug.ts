import { CustomAttributeType, Entity } from 'electrodb';
import type { WorkspaceId } from '#contracts/ids.ts';

/** Holds a slug for one workspace, in the directory: slugs and host names cross tenants. */
export const Slug = new Entity({
  model: { entity: 'slug', version: '1', service: 'directory' },
  attributes: {
    slug: { type: 'string', required: true },
    workspaceId: { type: CustomAttributeType<WorkspaceId>('string'), required: true },
  },
  indexes: {
    bySlug: {
      pk: { field: 'pk', composite: ['slug'], template: 'slug#${slug}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'slug', casing: 'none' },
    },
  },
});
