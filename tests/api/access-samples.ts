import type { UserId, WorkspaceId } from '#contracts/ids.ts';
import { eventually } from '../support/eventually.ts';
import { givenOperator, givenWorkspace, type SignedIn, unique } from '../support/given.ts';
import { mailTo } from '../support/portal.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

/** What one honest call of a route sends. */
export interface Sample {
  query?: object;
  body?: object;
  ifMatch?: number;
  token?: string;
  site?: string;
  params?: Record<string, string>;
}

/** One honest call of every route about access, each at its worst and finding what it needs. */
export function accessSamples(given: () => Given): Record<string, () => Promise<Sample>> {
  const api = () => given().api;
  const params = () => ({ workspaceId: given().workspaceId as WorkspaceId });
  const version = async () => (await api().workspaceSettings.get({ params: params() })).data?.version ?? 0;
  const disable = async ({ person }: SignedIn) => {
    const place = { ...params(), userId: person.userId };
    await api().members.update({ params: place, ifMatch: 1, body: { status: 'disabled' } });
    return person.userId;
  };
  /** An invitation and the token of its mail. */
  const invite = async (email = `${unique('guest')}@example.test`) => {
    const body = { email, role: 'viewer' };
    const { data } = await api().invitations.create({ params: params(), body });
    if (!data) throw new Error('no invitation');
    return { id: data.id, token: await tokenFor(email) };
  };
  const role = (key: string) => ({ key, name: key, permissions: ['clients.view', 'clients.update'] });
  const makeRole = async (key: string) => {
    const body = role(key) as never;
    await api().roles.create({ params: params(), ifMatch: await version(), body });
  };

  /** Somebody with so many clients that all of them go in one call, which then looks whether something else is left. */
  const leaving = async () => {
    const member = await given().join('admin');
    const owned = Array.from({ length: 20 }, (_, n) =>
      member.api.clients.create({ params: params(), body: { name: `Left behind ${n}` } }),
    );
    await Promise.all(owned);
    return { userId: member.person.userId, to: (await given().join('manager')).person.userId };
  };

  return {
    'members.list': async () => ({}),
    'members.update': async () => {
      const { userId, to } = await leaving();
      return { params: { userId }, ifMatch: 1, body: { status: 'disabled', handOverTo: to } };
    },
    'members.handOver': async () => {
      const { userId, to } = await leaving();
      return { params: { userId }, body: { to } };
    },
    'members.remove': async () => ({
      params: { userId: await disable(await given().join('viewer')) },
      ifMatch: 2,
    }),
    'roles.list': async () => ({}),
    'roles.create': async () => ({ ifMatch: await version(), body: role('sample_new') }),
    'roles.update': async () => {
      await makeRole('sample_changed');
      const { key: _, ...body } = role('sample_changed');
      return {
        params: { role: 'sample_changed' },
        ifMatch: await version(),
        body: { ...body, permissions: ['clients.view'] },
      };
    },
    'roles.remove': async () => {
      await makeRole('sample_gone');
      for (let n = 0; n < 6; n += 1) await given().join('sample_gone');
      const query = { successor: 'viewer' };
      return { params: { role: 'sample_gone' }, query, ifMatch: await version() };
    },
    'invitations.list': async () => ({}),
    'invitations.create': async () => ({ body: { email: `${unique('guest')}@example.test`, role: 'admin' } }),
    'invitations.resend': async () => ({ params: { invitationId: (await invite()).id }, ifMatch: 1 }),
    'invitations.revoke': async () => ({ params: { invitationId: (await invite()).id }, ifMatch: 1 }),
    'joining.look': async () => ({ body: { token: (await invite()).token } }),
    'joining.acceptAsNew': async () => ({
      body: { token: (await invite()).token, name: 'Newcomer', password: 'Correct-horse-9!' },
    }),
    'joiningAsMyself.accept': async () => {
      const elsewhere = await givenWorkspace();
      return { body: { token: (await invite(elsewhere.person.email)).token }, token: elsewhere.token };
    },
    'workspaceSettings.get': async () => ({}),
    'workspaceSettings.update': async () => ({
      ifMatch: await version(),
      body: { name: 'Renamed Studio', slug: unique('studio') },
    }),
    'lists.list': async () => ({}),
    'lists.update': async () => ({
      params: { list: 'industries' },
      ifMatch: 0,
      body: { entries: [{ key: 'retail', label: 'Retail', archived: false }] },
    }),
    'plans.offers': async () => ({}),
    'workspacePlan.get': async () => ({}),
    'workspacePlan.simulate': async () => ({ body: { plan: 'solo', addOns: ['portal'] } }),
    'workspacePlan.update': async () => ({ ifMatch: await version(), body: { addOns: ['portal'] } }),
    'access.explain': async () => {
      const { data } = await api().clients.list({ params: params() });
      const subject = (await given().join('basic')).person.userId as UserId;
      return { query: { action: 'clients.update', subject, record: data?.data[0]?.id } };
    },
    'sample.load': async () => ({}),
    'sample.get': async () => ({}),
    'sample.remove': async () => ({}),
    'operator.workspaces': async () => ({ token: (await givenOperator()).token }),
    'operator.setStatus': async () => ({
      token: (await givenOperator()).token,
      ifMatch: await version(),
      body: { status: 'active' },
    }),
    'operator.putOffer': async () => ({
      token: (await givenOperator()).token,
      params: { kind: 'add_on', key: `s${unique('').replaceAll(/[^a-z0-9]/g, '')}` },
      ifMatch: 0,
      body: {
        name: 'Sample',
        summary: 'A sample',
        price: { amount: 100, currency: 'EUR' },
        features: ['portal'],
        limits: { 'clients.active': 1 },
        retired: true,
      },
    }),
    'operator.spread': async () => ({
      token: (await givenOperator()).token,
      params: { kind: 'plan', key: 'agency' },
    }),
    'operator.apply': async () => ({
      token: (await givenOperator()).token,
      params: { kind: 'plan', key: 'agency' },
      ifMatch: await version(),
    }),
  };
}

/** The token in the newest mail to an address, as soon as the queue has delivered it. */
export async function tokenFor(email: string): Promise<string> {
  const read = async () => /\/invite\/([\w-]{43})/.exec(await mailTo(email))?.[1] ?? '';
  return eventually(read, (token) => token !== '');
}
