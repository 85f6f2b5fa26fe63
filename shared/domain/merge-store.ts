import type { OwnValues } from '#contracts/client-settings.ts';
import type { ClientId, MergeId, UserId } from '#contracts/ids.ts';
import type { MergeChoice } from '#contracts/merging.ts';
import type { Page, PageRequest } from '#contracts/paging.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { ContactFlag } from '#contracts/schemas/contact.ts';
import type { CustomValue } from '#contracts/schemas/custom-field.ts';
import type { Merge } from '#contracts/schemas/merge.ts';

/** What a client is besides live, in the trash or destroyed: a pointer to the one it was merged into. */
export interface Tombstone {
  mergedInto: ClientId;
  mergeId: MergeId;
  mergedAt: string;
  /** Whether the daily run has looked for what came too late. */
  settled: boolean;
}

/** What a field of the survivor was before the merge, and what it became by it. */
export interface Taken {
  before: unknown;
  after: unknown;
}

/** A merge as it is kept: with all that taking it back needs of the two records. */
export interface KeptMerge extends Merge {
  choices: Record<string, MergeChoice>;
  /** Fields of the survivor that the merge changed. */
  taken: Record<string, Taken>;
  /** The loser as it was. */
  loser: Client;
}

/** What hangs on a client, as far as a merge looks at it: its own partition, read once. */
export interface Holdings {
  contacts: { id: string; name: string; emails: string[]; flags: ContactFlag[] }[];
  brands: { id: string; name: string }[];
  projects: { id: string; name: string; memberIds: UserId[] }[];
  profiles: { id: string; name: string }[];
  defaultProfileId: string | null;
  /** A line of rates is a position, behind the brand or project that it is for; `isOwn` are those of the client itself. */
  rates: { id: string; positionName: string; line: string; isOwn: boolean }[];
  requirements: { id: string; standardKey: string; name: string }[];
  accesses: { userId: UserId; name: string }[];
  childIds: ClientId[];
  notes: number;
  followUps: number;
  settings: OwnValues;
  custom: { values: Record<string, CustomValue>; named: Record<string, { label: string; text: string }> };
  hasRouting: boolean;
  merges: Pick<Merge, 'id' | 'state'>[];
}

/** What one commit writes of a merge: both clients over the versions they were seen in, and the record. */
export interface Merging {
  survivor: { before: Client; after: Client };
  loser: { before: Client; after: Client };
  merge: KeptMerge;
}

export interface MergeReader {
  /** One merge into a client; another client's is absent. */
  get(clientId: ClientId, mergeId: MergeId): Promise<KeptMerge | null>;
  /** The merges into a client, last first. */
  list(clientId: ClientId, page: PageRequest): Promise<Page<KeptMerge>>;
  /** A client that was merged, as it is kept since: who it was, and its code. */
  pointer(clientId: ClientId): Promise<(Client & { merged?: Tombstone | null }) | null>;
  /** Everything that hangs on a client; as much as there is, however much that is. */
  holdings(clientId: ClientId): Promise<Holdings>;
}

export interface MergeWriter {
  /**
   * Keeps the answer with the change. Makes one client a pointer to another: it is gone from every list, count and portal with this one commit.
   * @throws {Refusal} `version_conflict` when either is not as it was read, or `LINKS_MOVED`
   */
  create(merging: Merging, answer: Merge): Promise<void>;
  /**
   * Brings the loser back, below its parent on the number of moves that was read, and gives the survivor's fields
   * back. What hung on the loser follows.
   * @throws {Refusal} `version_conflict`, `LINKS_MOVED`, `FAMILY_MOVED`, `limit_reached`, `code_taken`
   */
  undo(merging: Merging, before: KeptMerge, moves: number, answer: Merge): Promise<void>;
}
