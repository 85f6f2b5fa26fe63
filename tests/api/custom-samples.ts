import { MOST_CUSTOM_FIELDS } from '#contracts/custom-field-types.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import type { CustomField } from '#contracts/schemas/custom-field.ts';
import type { givenWorkspace } from '../support/given.ts';
import type { Sample } from './access-samples.ts';

type Given = Awaited<ReturnType<typeof givenWorkspace>>;

const field = (key: string, over: Partial<CustomField> = {}): CustomField => ({
  key,
  label: `Field ${key}`,
  type: 'text',
  required: false,
  unique: false,
  options: [],
  archived: false,
  portalVisible: false,
  ...over,
});
const fields = [
  field('contract', { unique: true }),
  field('lead', { type: 'person' }),
  ...Array.from({ length: MOST_CUSTOM_FIELDS - 2 }, (_, n) => field(`f${n}`, { portalVisible: n < 5 })),
];

/** One honest call of every route about the workspace's own fields, each at its worst. */
export function customSamples(
  given: () => Given,
  at: () => { workspaceId: WorkspaceId; clientId: ClientId },
): Record<string, () => Promise<Sample>> {
  const params = at;
  return {
    'customFields.update': async () => ({ ifMatch: 0, body: { fields } }),
    'customFields.list': async () => ({}),
    'customFields.change': async () => {
      const { api, person } = given();
      // Whoever had the contract before is gone for ever, which is looked up.
      const { data: gone } = await api.clients.create({ params: params(), body: { name: 'Gone' } });
      const place = { ...params(), clientId: gone?.id as ClientId };
      await api.customFields.change({ params: place, ifMatch: 0, body: { values: { contract: 'C-1' } } });
      await api.clients.remove({ params: place, ifMatch: 1 });
      await api.clients.destroy({ params: place, ifMatch: 2 });
      const texts = Object.fromEntries(fields.slice(2, 12).map(({ key }) => [key, 't'.repeat(2_000)]));
      return { ifMatch: 0, body: { values: { contract: 'C-1', lead: person.userId, ...texts } } };
    },
    'customFields.get': async () => ({}),
  };
}
