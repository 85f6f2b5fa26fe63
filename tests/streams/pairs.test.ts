import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#cloud/clock.ts';
import type { ClientId } from '#contracts/ids.ts';
import { unlimited } from '#contracts/limits.ts';
import type { ClientCreate } from '#contracts/schemas/client.ts';
import { committer } from '#data/commit.ts';
import { hashOf } from '#data/keys.ts';
import { metered } from '#data/meter.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { pairKeeper } from '#data/repositories/pairs.ts';
import { traitsOf } from '#domain/client-traits.ts';
import { follow, MOST_SHARING, type PairChange } from '#domain/pair-signs.ts';
import { signOf, twoOf } from '#domain/pairs.ts';
import { givenWorkspace, world } from '../support/given.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
beforeAll(async () => {
  given = await givenWorkspace();
});

const client = async (body: ClientCreate): Promise<ClientId> => {
  const { data } = await given.api.clients.create({ params: given, body });
  if (!data) throw new Error('no client');
  return data.id;
};
const changesOf = (clientId: ClientId, body: ClientCreate): PairChange[] => [
  { of: 'client', clientId },
  ...traitsOf(body).map(
    ({ kind, value }): PairChange => ({ of: 'sign', clientId, sign: signOf(kind, hashOf(value)) }),
  ),
];

/** Follows a change in this process, and tells what it cost. */
async function followed(change: PairChange) {
  const { client: documents, tables } = world();
  const spent = { calls: 0, rcu: 0, wcu: 0 };
  const counted = metered(documents, spent);
  const table = tables.main;
  const commit = committer(counted, table, null);
  const db = { client: counted, table, workspaceId: given.workspaceId, limits: unlimited, commit };
  await follow(
    { clock: systemClock, data: { clients: clientRepository(db), pairs: pairKeeper(db) } },
    change,
  );
  return spent;
}

/** Everything that is kept of the pairs of these clients. */
async function kept(ids: readonly ClientId[]) {
  const { client: documents, tables } = world();
  const read = async (id: ClientId, beginning: string) => {
    const { Items } = await documents.send(
      new QueryCommand({
        TableName: tables.main,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': `w#${given.workspaceId}#client#${id}`, ':sk': beginning },
        ConsistentRead: true,
      }),
    );
    return Items ?? [];
  };
  const halves = await Promise.all(ids.flatMap((id) => ['pair#', 'mate#'].map((sk) => read(id, sk))));
  return halves.flat();
}

describe('C11 pairs follow the stream', () => {
  test('FLT-1 told of again, late, in another order and all at once, they stay byte for byte', async () => {
    const bodies = [
      { name: 'Acme', website: 'acme.test' },
      { name: 'Acme Ltd', taxId: 'DE1' },
      { name: 'Acme Robotics', website: 'www.acme.test', taxId: 'DE 1' },
    ];
    const ids = await Promise.all(bodies.map(client));
    await expectSound(given);
    const before = await kept(ids);
    expect(before).toHaveLength(6);
    const changes = bodies.flatMap((body, n) => changesOf(ids[n] as ClientId, body));
    const pairs = ids.flatMap((one) =>
      ids.filter((other) => one !== other).map((other) => twoOf(one, other)),
    );
    const all: PairChange[] = [...changes, ...pairs.map((two): PairChange => ({ of: 'pair', two }))];
    for (const change of [...all].reverse()) await followed(change);
    await Promise.all([...all, ...all].map(followed));
    expect(await kept(ids)).toEqual(before);
  });

  test('all at once over nothing, they are made once, with both halves', async () => {
    const bodies = Array.from({ length: 4 }, (_, n) => ({ name: 'Bolt', website: `bolt${n % 2}.test` }));
    const ids = await Promise.all(bodies.map(client));
    const all = bodies.flatMap((body, n) => changesOf(ids[n] as ClientId, body));
    // Beside the consumer, which is told of the same.
    await Promise.all([...all, ...all].map(followed));
    await expectSound(given);
    expect(await kept(ids)).toHaveLength(12);
  });

  test('one more of what many have costs two reads and writes nothing', async () => {
    const body = { name: 'Common' };
    const ids: ClientId[] = [];
    for (let n = 0; n < MOST_SHARING + 4; n += 1) ids.push(await client(body));
    await expectSound(given);
    const [, sign] = changesOf(ids.at(-1) as ClientId, body);
    if (!sign) throw new Error('a name is a sign');
    const spent = await followed(sign);
    expect(spent).toMatchObject({ calls: 2, wcu: 0 });
    expect(spent.rcu).toBeLessThanOrEqual(3);
    const halves = await kept(ids);
    expect(halves.length).toBeLessThanOrEqual(MOST_SHARING * (MOST_SHARING - 1));
    expect(await kept(ids.slice(MOST_SHARING))).toEqual([]);
  });
});
