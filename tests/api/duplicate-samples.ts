import { PAIRS_OF_A_PAGE } from '#contracts/schemas/duplicate.ts';
import { MOST_SHARING } from '#domain/pair-signs.ts';
import { eventually } from '../support/eventually.ts';
import type { givenWorkspace } from '../support/given.ts';
import type { Sample } from './access-samples.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

/** One honest call of every route about clients that may be one, each at its worst. */
export function duplicateSamples(given: () => Given): Record<string, () => Promise<Sample>> {
  /** More pairs than a page holds, of clients with long notes. */
  async function full() {
    const { api } = given();
    const body = { name: 'Twice', notes: 'n'.repeat(5_000), tags: ['Retainer', 'Industrial'] };
    await Promise.all(
      Array.from({ length: MOST_SHARING }, () => api.clients.create({ params: given(), body })),
    );
    return eventually(
      async () => (await api.duplicates.list({ params: given() })).data?.data ?? [],
      (pairs) => pairs.length === PAIRS_OF_A_PAGE,
    );
  }
  return {
    'duplicates.find': async () => ({
      body: {
        name: 'A client with a rather long name, Incorporated',
        website: 'example.com',
        taxId: 'DE123456789',
        emails: Array.from({ length: 10 }, (_, n) => `p${n}@example.test`),
      },
    }),
    'duplicates.list': async () => {
      await full();
      return {};
    },
    'duplicates.decide': async () => {
      const { data } = await given().api.duplicates.list({ params: given() });
      const [pair] = data?.data ?? [];
      const [one, other] = pair?.clients ?? [];
      const params = { clientId: one?.id ?? '', otherId: other?.id ?? '' };
      return { params, ifMatch: pair?.version, body: { dismissed: true } };
    },
  };
}
