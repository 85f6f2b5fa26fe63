import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ApiError } from '#contracts/client.ts';
import type { ClientId } from '#contracts/ids.ts';
import { partition } from '#data/keys.ts';
import { worldOf } from '#infra/local/world.ts';
import type { OwnCloud } from './own-cloud.ts';

/** A client that is going to be destroyed, and what must go with it. */
interface Grave {
  clientId: ClientId;
  code: string;
  portalUser: string;
}

/** The status of an answer, whatever it is; the client of the API throws all but good ones. */
export const statusOf = (call: Promise<unknown>): Promise<number> =>
  call.then(
    () => 200,
    (error) => (error instanceof ApiError ? error.status : Promise.reject(error)),
  );

let serial = 0;

/** What it takes to destroy clients of a cloud of one's own and to look for what is left of them. */
export function graveyard(own: () => OwnCloud) {
  const at = (clientId: ClientId) => ({ workspaceId: own().workspaceId, clientId });
  const world = () => worldOf(own().cloud);

  let asked: Promise<unknown> | undefined;

  /** A client with people, a standard to meet, a timeline and a portal; its code and one portal person with it. */
  async function aClient(people = 2): Promise<Grave> {
    serial += 1;
    const { api, workspaceId } = own();
    const code = `D${serial.toString(36).toUpperCase().padStart(4, '0')}`;
    const { data } = await api.clients.create({
      params: { workspaceId },
      body: { name: `D ${serial}`, code },
    });
    if (!data) throw new Error('no client');
    let portalUser = '';
    for (let n = 0; n < people; n += 1) {
      const contact = await api.contacts.create({
        params: at(data.id),
        body: { firstName: `P ${n}`, emails: [`p${n}-${serial}@example.test`] },
      });
      if (n === 0 && contact.data)
        portalUser = (await world().portalPerson(at(data.id), contact.data)).userId;
    }
    asked ??= api.standards.create({ params: { workspaceId }, body: { key: 'iso_9001', name: 'ISO 9001' } });
    await asked;
    // Counted by its standard, which stays when the client goes.
    await api.requirements.assign({
      params: at(data.id),
      body: { standardKey: 'iso_9001', dueOn: '2099-12-31' },
    });
    return { clientId: data.id, code, portalUser };
  }

  /** Into the trash; gives the version it has there. */
  async function trash(clientId: ClientId): Promise<number> {
    const { api } = own();
    const { data } = await api.clients.get({ params: at(clientId) });
    await api.clients.remove({ params: at(clientId), ifMatch: data?.version ?? 0 });
    return (data?.version ?? 0) + 1;
  }

  const destroy = (clientId: ClientId, ifMatch: number) =>
    statusOf(own().api.clients.destroy({ params: at(clientId), ifMatch }));

  const items = async (table: string, pk: string): Promise<Record<string, unknown>[]> => {
    const query = {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    };
    return (await world().client.send(new QueryCommand({ ...query, ConsistentRead: true }))).Items;
  };

  /** Everything that is left of a client, in all places. */
  async function left({ clientId, code, portalUser }: Grave) {
    const { main, directory } = own().cloud.tables;
    const { workspaceId } = own();
    const places = [...partition.ofClient(workspaceId, clientId), `w#${workspaceId}#code#${code}`];
    const found = (await Promise.all(places.map((pk) => items(main, pk)))).flat();
    const doors = (await items(directory, `user#${portalUser}`)).filter((item) => item.clientId === clientId);
    return [...found, ...doors].map(({ pk, sk }) => `${pk} ${sk}`);
  }

  async function purge(when = new Date()): Promise<void> {
    await own().cloud.runSchedule('schedule-purge', when);
    await own().cloud.idle();
  }

  return { at, world, aClient, trash, destroy, left, purge };
}
