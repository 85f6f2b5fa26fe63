import type { ClientId, ContactId } from '#contracts/ids.ts';
import type { FoundPerson } from '#contracts/schemas/contact.ts';
import type { ClientReader } from './clients.ts';
import type { Deps } from './deps.ts';
import { sees } from './view-scope.ts';

/** What an index tells of a person. */
export interface NamedPerson {
  clientId: ClientId;
  contactId: ContactId;
  name: string;
}

export interface PeopleFinder {
  /** People of all clients whose name, or its last word, begins so; of each as many as this, in no order. */
  named(beginning: string, limit: number): Promise<NamedPerson[]>;
}

/** Hits that are looked at: of their clients not every one is live, or seen by the asker. */
const MOST_READ = 20;

/**
 * People by name, of live clients that this actor sees. A beginning that fits more than are looked at is to be
 * typed on; what was left out is told by nothing, so that nothing is learned of whom one does not see.
 */
export async function search(
  { actor, data }: Deps<{ clients: ClientReader; contacts: PeopleFinder }>,
  { q, limit = MOST_READ }: { q: string; limit?: number | undefined },
): Promise<{ data: FoundPerson[] }> {
  const hits = await data.contacts.named(q, MOST_READ);
  const clients = await data.clients.some([...new Set(hits.map(({ clientId }) => clientId))]);
  const seen = new Map(
    clients.filter((client) => !client.deletedAt && sees(actor, client)).map(({ id, name }) => [id, name]),
  );
  const found = hits.flatMap(({ contactId: id, clientId, name }) => {
    const clientName = seen.get(clientId);
    return clientName === undefined ? [] : [{ id, name, clientId, clientName }];
  });
  const inOrder = (a: FoundPerson, b: FoundPerson) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1);
  return { data: found.toSorted(inOrder).slice(0, limit) };
}
