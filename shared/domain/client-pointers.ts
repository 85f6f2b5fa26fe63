import type { StaffActor } from '#contracts/actor.ts';
import { notFound, Refusal } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Client } from '#contracts/schemas/client.ts';
import { sees } from './view-scope.ts';

interface Asking {
  actor: StaffActor;
  data: {
    clients: {
      get(clientId: ClientId): Promise<Client | null>;
      mergedInto(clientId: ClientId): Promise<ClientId | null>;
    };
  };
}

/** Why a client is not there: whoever sees the one that it was merged into is told which that is. */
export async function absence({ actor, data }: Asking, clientId: ClientId): Promise<Refusal> {
  const survivor = await survivorOf(data, clientId);
  if (!survivor || !sees(actor, survivor)) return notFound('no such client in this workspace');
  const mergedInto = survivor.id;
  if (!survivor.deletedAt) return new Refusal('client_merged', { extra: { mergedInto } });
  return new Refusal('client_merged', {
    detail: `It was merged into ${survivor.name}, which is in the trash: restore that first.`,
    extra: { mergedInto, inTrash: true },
  });
}

/** The client at the end of the way on which others were merged into each other; null for one never merged. */
async function survivorOf(data: Asking['data'], clientId: ClientId): Promise<Client | null> {
  for (let next = await data.clients.mergedInto(clientId); next; ) {
    const client = await data.clients.get(next);
    if (client) return client;
    next = await data.clients.mergedInto(next);
  }
  return null;
}

/**
 * A live client, or the one into which it was merged: what was told of it stays to be read.
 * @throws {Refusal} `not_found`
 */
export async function follow({ actor, data }: Asking, clientId: ClientId): Promise<Client> {
  const client = (await data.clients.get(clientId)) ?? (await survivorOf(data, clientId));
  if (!client || client.deletedAt || !sees(actor, client)) throw notFound('no such client to be read');
  return client;
}
