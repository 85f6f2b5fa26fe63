import { Refusal } from '#contracts/errors.ts';
import { type Limit, limitCatalogue } from '#contracts/limits.ts';

interface Comparisons {
  // biome-ignore lint/suspicious/noExplicitAny: ElectroDB types each attribute reference by its entity
  notExists: (attribute: any) => string;
  // biome-ignore lint/suspicious/noExplicitAny: see above
  lt: (attribute: any, value: any) => string;
}

/** The condition under which a counter may rise by one: it is not there yet, or below the limit. */
export const underLimit = (counter: unknown, max: number, { notExists, lt }: Comparisons): string =>
  max > 0 ? `${notExists(counter)} OR ${lt(counter, max)}` : lt(counter, 0);

/** What whoever meets the limit is told. */
export const overLimit = (limit: Limit, used: unknown, max: number): Refusal =>
  new Refusal('limit_reached', {
    detail: `${limitCatalogue[limit]}: the plan allows ${max}.`,
    extra: { limit, used: typeof used === 'number' ? used : 0, max },
  });
