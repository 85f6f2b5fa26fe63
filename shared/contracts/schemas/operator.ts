import * as z from 'zod';
import { WorkspaceId } from '../ids.ts';
import { Instant } from './text.ts';

export const workspaceStatuses = ['active', 'suspended'] as const;
export const WorkspaceStatusChange = z
  .strictObject({ status: z.enum(workspaceStatuses) })
  .meta({ id: 'WorkspaceStatusChange' });

const Held = z.strictObject({ key: z.string(), name: z.string(), version: z.number().int() });

/** A workspace as whoever runs the installation sees it: never what is in it. */
export const OperatedWorkspace = z
  .strictObject({
    id: WorkspaceId,
    version: z.number().int().positive(),
    name: z.string(),
    slug: z.string(),
    status: z.enum(workspaceStatuses),
    plan: Held,
    addOns: z.array(Held),
    createdAt: Instant,
  })
  .meta({ id: 'OperatedWorkspace' });
export type OperatedWorkspace = z.infer<typeof OperatedWorkspace>;

/** A workspace that has an offer, and what the newest version would change for it. */
export const OfferSpread = z
  .strictObject({
    workspace: OperatedWorkspace,
    pinned: z.number().int(),
    newest: z.number().int(),
    gained: z.array(z.string()),
    lost: z.array(z.string()),
  })
  .meta({ id: 'OfferSpread' });
export type OfferSpread = z.infer<typeof OfferSpread>;
