import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { UserId, ViewId } from '../ids.ts';
import { ClientSort } from './client.ts';
import { clientFilterFields } from './client-filter.ts';
import { Instant, line } from './text.ts';

/** Views that a member keeps for himself, and that a workspace shares. */
export const MOST_VIEWS = 50;

const column = z.string().regex(/^[a-zA-Z]\w{0,39}$/, 'must be the key of a column');
const columns = z.array(column).max(60);

/** How close the rows of a table stand. */
export const densities = ['comfortable', 'compact'] as const;

/** How a reader arranges a table; columns that there are no more are passed over. */
export const ViewLayout = z.strictObject({
  hidden: columns,
  order: columns,
  widths: z.record(column, z.number().int().min(40).max(2_000)),
  density: z.enum(densities).optional(),
});
export type ViewLayout = z.infer<typeof ViewLayout>;

const editable = {
  name: line(60),
  filters: z.strictObject({
    ...clientFilterFields,
    q: line(80).optional(),
    sort: ClientSort.optional(),
  }),
  layout: ViewLayout,
};

/** What saves a view of the list of clients, for oneself or for everybody. */
export const ViewCreate = z
  .strictObject({ ...editable, shared: z.boolean().default(false) })
  .meta({ id: 'ViewCreate' });
export type ViewCreate = z.output<typeof ViewCreate>;

/** What changes a view: only the fields that are sent. */
export const ViewPatch = z
  .strictObject({ ...editable, shared: z.boolean() })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'ViewPatch' });
export type ViewPatch = z.output<typeof ViewPatch>;

/** A view as it was saved: what its filters mean by now is for whoever opens it to find out. */
export const View = z
  .strictObject({
    id: ViewId,
    version: z.number().int().positive(),
    name: z.string(),
    shared: z.boolean(),
    ownerId: UserId,
    ownerName: z.string(),
    filters: z
      .record(z.string(), z.string())
      .meta({ description: 'As the address of the list; one that is no filter any more is passed over' }),
    layout: z.strictObject({
      hidden: z.array(z.string()),
      order: z.array(z.string()),
      widths: z.record(z.string(), z.number()),
      density: z.enum(densities).optional(),
    }),
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: ActorStamp,
  })
  .meta({ id: 'View' });
export type View = z.infer<typeof View>;

/** With which view a member's list begins; null for all clients. */
export const ViewDefault = z.strictObject({ viewId: ViewId.nullable() }).meta({ id: 'ViewDefault' });
export type ViewDefault = z.infer<typeof ViewDefault>;

/** Every view a member may open: the shared ones first, each kind by age. */
export const ViewList = z
  .strictObject({ data: z.array(View), defaultViewId: ViewId.nullable() })
  .meta({ id: 'ViewList' });
export type ViewList = z.infer<typeof ViewList>;
