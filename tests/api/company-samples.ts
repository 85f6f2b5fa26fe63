import type { BrandId, ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { RoutingRule } from '#contracts/schemas/routing.ts';
import { billing } from '../support/billing.ts';
import type { givenWorkspace } from '../support/given.ts';
import { givenLine } from '../support/lineage.ts';
import type { Sample } from './access-samples.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;
interface Place {
  workspaceId: WorkspaceId;
  clientId: ClientId;
}

/** One honest call of every route about the company behind a client, each at its worst. */
export function companySamples(given: () => Given, at: () => Place): Record<string, () => Promise<Sample>> {
  const api = () => given().api;
  const client = async (name: string) => {
    const { data } = await api().clients.create({ params: at(), body: { name } });
    if (!data) throw new Error('no client');
    return { ...data, place: { ...at(), clientId: data.id } };
  };
  const profile = async () => {
    const { data } = await api().billingProfiles.create({ params: at(), body: billing });
    if (!data) throw new Error('no billing profile');
    return data.id;
  };
  const brand = async (name: string) => {
    const { data } = await api().brands.create({
      params: at(),
      body: { name, note: 'n'.repeat(2_000) },
    });
    return data?.id ?? '';
  };

  return {
    'billingProfiles.list': async () => {
      await Promise.all(Array.from({ length: 10 }, profile));
      return {};
    },
    'billingProfiles.create': async () => {
      const { currency: _, terms: __, ...open } = billing;
      return { params: { clientId: (await line('Billed')).clientId }, body: { ...open, default: true } };
    },
    'billingProfiles.get': async () => ({ params: { profileId: await profile() } }),
    'billingProfiles.update': async () => ({
      params: { profileId: await profile() },
      ifMatch: 1,
      body: { taxId: '1', default: true },
    }),
    'billingProfiles.remove': async () => {
      const { data } = await api().billingProfiles.create({
        params: at(),
        body: { ...billing, default: true },
      });
      const query = { successor: await profile() };
      return { params: { profileId: data?.id ?? '' }, ifMatch: 1, query };
    },
    'brands.list': async () => {
      await Promise.all(Array.from({ length: 10 }, (_, n) => brand(`Brand ${n}`)));
      return {};
    },
    'brands.create': async () => ({ body: { name: 'New', note: 'n'.repeat(2_000) } }),
    'routing.update': async () => ({
      ifMatch: 0,
      body: { rules: [{ event: 'invoice_sent', brandId: await brand('Routed'), to: ['billing'], cc: [] }] },
    }),
    'routing.get': async () => ({}),
    'routing.leaving': async () => {
      const { data } = await api().contacts.list({ params: at() });
      return { params: { contactId: data?.data[0]?.id ?? '' } };
    },
    'brands.get': async () => ({ params: { brandId: await brand('Got') } }),
    'brands.update': async () => ({
      params: { brandId: await brand('Changed') },
      ifMatch: 1,
      body: { name: 'Renamed' },
    }),
    'brands.uses': async () => ({ params: { brandId: await brand('Used') } }),
    // With as many rates as a brand may have, in three batches of at most forty; people and a rule hang on it.
    'brands.remove': async () => {
      const brandId = (await brand('Gone')) as BrandId;
      for (const [year, rows] of [[2024, 40] as const, [2025, 40] as const, [2026, 20] as const]) {
        await api().rates.changeBrand({
          params: { ...at(), brandId },
          body: {
            put: Array.from({ length: rows }, (_, n) => ({
              position: `Position number ${n} with a rather long name`,
              regular: 10_000,
              effectiveFrom: `${year}-01-01`,
            })),
          },
        });
      }
      for (const firstName of ['One', 'Two']) {
        await api().contacts.create({ params: at(), body: { firstName, brandIds: [brandId] } });
      }
      const { data: routing } = await api().routing.get({ params: at() });
      const rule: RoutingRule = { event: 'report_published', brandId, to: ['technical'], cc: [] };
      const rules = [...(routing?.rules ?? []), rule];
      await api().routing.update({ params: at(), ifMatch: routing?.version ?? 0, body: { rules } });
      return { params: { brandId }, ifMatch: 1, query: { alone: 'leave' } };
    },
    'family.setParent': async () => {
      const parent = await client('Parent');
      return { ifMatch: await versionOf(), body: { parentId: parent.id } };
    },
    // As many as are shown, each of whom may have others below it: two dozen with one each, and one with one more.
    'family.get': async () => {
      const { place } = await client('Top');
      const add = (at: Place) => api().family.addBelow({ params: at, body: { name: 'Below' } });
      for (let n = 0; n < 24; n += 1) {
        const below = { ...at(), clientId: (await add(place)).data?.id ?? place.clientId };
        for (let leaves = n === 0 ? 2 : 1; leaves > 0; leaves -= 1) await add(below);
      }
      return { params: { clientId: place.clientId } };
    },
    'family.addBelow': async () => {
      const [, , third] = await givenLine(given(), 'Line');
      return { params: { clientId: third ?? '' }, body: { name: 'New', code: 'NEWSUB' } };
    },
    // The lowest of four, each with settings of its own: the longest line there is.
    'clientSettings.get': async () => ({ params: { clientId: (await line('Read')).clientId } }),
    'clientSettings.update': async () => {
      const place = await line('Settled');
      const { data } = await api().clientSettings.get({ params: place });
      const body = { currency: 'USD', reportSections: [], taxRate: 1 };
      return { params: { clientId: place.clientId }, ifMatch: data?.version ?? 0, body };
    },
    'clientSettings.updateDefaults': async () => ({ ifMatch: 0, body: { taxRate: 1 } }),
    'clientSettings.defaults': async () => ({}),
  };

  async function line(name: string): Promise<Place> {
    const clientIds = await givenLine(given(), name);
    const onInvoiceSent = ['email', 'in_app', 'webhook'] as const;
    for (const clientId of clientIds) {
      const params = { ...at(), clientId };
      const { data } = await api().clientSettings.get({ params });
      const body = { onInvoiceSent, taxRate: 2_000, reportSections: [] };
      await api().clientSettings.update({ params, ifMatch: data?.version ?? 0, body });
    }
    return { ...at(), clientId: clientIds.at(-1) ?? at().clientId };
  }

  async function versionOf(): Promise<number> {
    return (await api().clients.get({ params: at() })).data?.version ?? 0;
  }
}
