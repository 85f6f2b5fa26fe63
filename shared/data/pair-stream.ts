import type { WorkspaceId } from '#contracts/ids.ts';
import type { PairChange } from '#domain/pair-signs.ts';
import { signOf } from '#domain/pairs.ts';
import { Client } from './entities/client.ts';
import { ClientTrait } from './entities/client-trait.ts';
import { ContactEmailGuard } from './entities/contact-email.ts';
import { DuplicateMate, DuplicatePair } from './entities/duplicate-pair.ts';

type Image = Record<string, unknown>;
interface Images {
  before: Image | null;
  after: Image | null;
}
type Told = PairChange & { workspaceId: WorkspaceId };

/** What comes and goes of each kind of item; a sign that stays, and a half that is written, change no pair. */
const readers: Record<string, (Item: Image, images: Images) => Told | null> = {
  clientTrait(Item, images) {
    const { data } = ClientTrait.parse({ Item });
    if (!data || !isOneSided(images)) return null;
    const { workspaceId, clientId, kind, hash } = data;
    return { workspaceId, of: 'sign', clientId, sign: signOf(kind, hash) };
  },
  contactEmail(Item, images) {
    const { data } = ContactEmailGuard.parse({ Item });
    if (!data || !isOneSided(images)) return null;
    const { workspaceId, clientId, emailHash } = data;
    return { workspaceId, of: 'sign', clientId, sign: signOf('email', emailHash) };
  },
  client(Item, { before, after }) {
    const { data } = Client.parse({ Item });
    const isMoved = before && Boolean(before.deletedAt) !== Boolean(after?.deletedAt);
    const isDestroyed = !after || Boolean(after.destroyedAt) !== Boolean(before?.destroyedAt);
    if (!data || !(isMoved || isDestroyed)) return null;
    return { workspaceId: data.workspaceId, of: 'client', clientId: data.clientId };
  },
  duplicatePair(Item, { after }) {
    const { data } = DuplicatePair.parse({ Item });
    if (!data || after) return null;
    return { workspaceId: data.workspaceId, of: 'pair', two: [data.clientId, data.otherId] };
  },
  duplicateMate(Item, { after }) {
    const { data } = DuplicateMate.parse({ Item });
    if (!data || after) return null;
    return { workspaceId: data.workspaceId, of: 'pair', two: [data.firstId, data.clientId] };
  },
};

const isOneSided = ({ before, after }: Images) => (before === null) !== (after === null);

/** A committed change of the table as far as pairs follow from it, or null where none does. */
export function readPairChange(images: Images): Told | null {
  const Item = images.after ?? images.before;
  const kind = Item?.__edb_e__ as string;
  return Item && Object.hasOwn(readers, kind) ? (readers[kind]?.(Item, images) ?? null) : null;
}
