import { createHash } from 'node:crypto';
import type { ClientId, UserId, WorkspaceId } from '#contracts/ids.ts';

/**
 * The beginnings of every partition key. The isolation guard and, on AWS, `dynamodb:LeadingKeys` compare
 * with these, so a key is never built in another way.
 */
export const partition = {
  workspace: (workspaceId: WorkspaceId) => `w#${workspaceId}`,
  portal: (workspaceId: WorkspaceId, clientId: ClientId) => `w#${workspaceId}#portal#${clientId}`,
  /** What hangs on a client, in partitions of its own: all of it goes when the client is destroyed. */
  ofClient: (workspaceId: WorkspaceId, clientId: ClientId) => [
    `w#${workspaceId}#client#${clientId}`,
    `w#${workspaceId}#client#${clientId}#activity`,
    `w#${workspaceId}#portal#${clientId}`,
  ],
  /** Of the first index: every record of a kind, so that they can be counted. */
  holdings: (workspaceId: WorkspaceId, kind: 'projects' | 'accesses') => `w#${workspaceId}#all-${kind}`,
  /** The workspace's own fields that portals show. */
  portalFields: (workspaceId: WorkspaceId) => `w#${workspaceId}#portal-fields`,
  /** In the directory: every workspace there is. */
  workspaces: 'workspaces',
  slug: (slug: string) => `slug#${slug}`,
  offers: 'offers',
  invite: (tokenHash: string) => `invite#${tokenHash}`,
  person: (userId: UserId) => `user#${userId}`,
} as const;

/**
 * Folds a name for sorting and prefix search: case, accents and width are gone, and so is everything that
 * could be mistaken for a separator inside a key (ATK-16). Not injective: an id must follow it.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 80);
}

/** A value in a key: of fixed length, and free of separators whatever it holds. */
export const hashOf = (value: string): string => createHash('sha256').update(value).digest('base64url');
