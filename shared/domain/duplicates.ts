import { type TraitKind, traitKinds } from '#contracts/duplicate-signs.ts';
import type { ClientId } from '#contracts/ids.ts';
import { ClientRow } from '#contracts/schemas/client.ts';
import { type DuplicateQuestion, type Duplicates, MOST_DUPLICATES } from '#contracts/schemas/duplicate.ts';
import { emailTrait, type Trait, traitsOf } from './client-traits.ts';
import type { ClientReader } from './clients.ts';
import type { Deps } from './deps.ts';
import { assertHolds } from './permissions.ts';
import { sees } from './view-scope.ts';

export interface DuplicateReader {
  /** Some of the clients that share this, the trash included: a page of them, oldest first. */
  sharing(trait: Trait): Promise<ClientId[]>;
}

/** As many are read at most: of those the actor may not see all. */
const MOST_READ = 20;

type Reading = Deps<{ clients: ClientReader; duplicates: DuplicateReader }>;

/**
 * Live clients that this actor sees and that may be the one about to be saved, the likeliest first.
 * @throws {Refusal} `forbidden` to look for what he may not read
 */
export async function find(
  { actor, data }: Reading,
  { emails = [], except, ...fields }: DuplicateQuestion,
): Promise<Duplicates> {
  if (fields.taxId !== undefined) assertHolds(actor, 'clients.view_tax');
  if (emails.length > 0) assertHolds(actor, 'stakeholders.view');
  const traits = [...traitsOf(fields), ...emails.map(emailTrait)];
  const shared = new Map<ClientId, Set<TraitKind>>();
  const found = await Promise.all(traits.map((trait) => data.duplicates.sharing(trait)));
  for (const [at, { kind }] of traits.entries()) {
    for (const id of found[at] ?? []) {
      if (id !== except) shared.set(id, (shared.get(id) ?? new Set()).add(kind));
    }
  }
  if (shared.size === 0) return { data: [] };
  const kindsOf = (id: ClientId) => traitKinds.filter((kind) => shared.get(id)?.has(kind));
  const likeliest = [...shared.keys()].sort((a, b) => weightOf(kindsOf(b)) - weightOf(kindsOf(a)));
  const clients = await data.clients.some(likeliest.slice(0, MOST_READ));
  return {
    data: clients
      .filter((client) => !client.deletedAt && sees(actor, client))
      .map((client) => ({
        client: ClientRow.strip().parse(client),
        shared: kindsOf(client.id),
      }))
      .sort((a, b) => weightOf(b.shared) - weightOf(a.shared) || (a.client.id < b.client.id ? -1 : 1))
      .slice(0, MOST_DUPLICATES),
  };
}

/** A stronger sign outweighs all weaker ones together. */
export const weightOf = (kinds: readonly TraitKind[]) =>
  kinds.reduce((sum, kind) => sum + 2 ** (traitKinds.length - traitKinds.indexOf(kind)), 0);
