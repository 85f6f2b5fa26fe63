import type { BrandId, ClientId, ContactId, ProjectId, UserId } from '#contracts/ids.ts';
import type { ClientStatus } from '#contracts/schemas/client.ts';
import { canonical } from './census-indexes.ts';
import type { Seat, toSight } from './repositories/client-sights.ts';

/** What is kept of a client while the rest of the table goes by; a workspace may have a hundred thousand. */
export interface CountedClient {
  version: number;
  code: string | null;
  /** What it can be known again by: `kind hash`. */
  traits: string[];
  status: ClientStatus;
  live: boolean;
  sample: boolean;
  /** A headstone: its timeline and its contacts are being removed. */
  destroyed: boolean;
  /** The client that it points to, once it was merged. */
  mergedInto: ClientId | null;
  /** The portal copy as it should be; null where there should be none. */
  company: string | null;
  parentId: ClientId | null;
  primaryContactId: ContactId | null;
  linkedIds: readonly UserId[];
  /** In whose counters it is, and in which place. */
  seats: ReadonlyMap<UserId, Seat>;
  /** What a sight of it should carry; null where nobody is linked to it. */
  sight: string | null;
}

export interface CountedContact {
  clientId: ClientId;
  version: number;
  emailHashes: string[];
  /** The roles of which a client has one at most. */
  roles: string[];
  brandIds: readonly BrandId[];
  /** Removed, but the item still stands: a crash came between the two steps. */
  tombstone: boolean;
}

/** Rules of a client, as far as they name brands. */
export interface CountedRouting extends CountedPart {
  brandIds: readonly BrandId[];
}

/** What a client has one of, and which goes with it only. */
export interface CountedPart {
  clientId: ClientId;
  version: number;
  tombstone: false;
}

export interface CountedProject {
  clientId: ClientId;
  version: number;
  nameHash: string | null;
  memberIds: readonly UserId[];
  tombstone: boolean;
}

export interface CountedRate {
  clientId: ClientId;
  /** The brand or project that it was agreed for. */
  levelId: BrandId | ProjectId | null;
  version: number;
  positionKey: string;
  from: string;
  to: string | null;
  tombstone: boolean;
}

type Carried = Pick<ReturnType<typeof toSight>, 'status' | 'shelf' | 'nameKey' | 'row' | 'lastActivityAt'>;

/** What a sight shows of its client, so that two can be compared. */
export const carriedBy = ({ status, shelf, nameKey, row, lastActivityAt }: Carried) =>
  canonical({ status, shelf, nameKey, row, lastActivityAt });
