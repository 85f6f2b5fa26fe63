import * as z from 'zod';
import { BulkEditId, ClientId, MergeId, UserId, WorkspaceId } from './ids.ts';
import { Email, line, text } from './schemas/text.ts';

/**
 * Work that a request leaves to be done after its answer: what travels through the queue of jobs, one kind a
 * row. A job may come twice and must be safe to repeat.
 */
export const Job = z.discriminatedUnion('kind', [
  /** Removes all that hangs on a client that was destroyed, and then the client. */
  z.strictObject({ kind: z.literal('client.destroy'), workspaceId: WorkspaceId, clientId: ClientId }),
  /** Goes on with a change of many clients at once, wherever it stands. */
  z.strictObject({
    kind: z.literal('bulk_edit.proceed'),
    workspaceId: WorkspaceId,
    userId: UserId,
    bulkEditId: BulkEditId,
  }),
  /** Makes the portal's copies of clients what the workspace's own fields of a version say, from a client on. */
  z.strictObject({
    kind: z.literal('custom_fields.publish'),
    workspaceId: WorkspaceId,
    version: z.number().int().positive(),
    after: ClientId.nullable(),
  }),
  /** Goes on with a merge of two clients, or with taking it back. `clientId` is the one that stayed. */
  z.strictObject({
    kind: z.literal('merge.proceed'),
    workspaceId: WorkspaceId,
    clientId: ClientId,
    mergeId: MergeId,
  }),
]);
export type Job = z.infer<typeof Job>;
export type JobKind = Job['kind'];

/** A mail to one person; plain text, since nothing we say needs more. */
export const Letter = z.strictObject({ to: Email, subject: line(200), text: text(20_000) });
export type Letter = z.infer<typeof Letter>;
