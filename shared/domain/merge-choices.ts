import type { MergeChoice, MergeSide } from '#contracts/merging.ts';
import { own } from '#contracts/own.ts';

/** Whose value is to be kept, by field. */
export type Choices = Readonly<Record<string, MergeChoice>>;

/** Whose default billing profile stays the default, and whose rates hold for positions that both have. */
export const BILLING_DEFAULT = 'billingDefault';
export const RATES = 'rates';

/** Whose value is taken: as chosen, or else the survivor's unless it has none. */
export const takes = (choices: Choices, field: string, survivorHasIt: boolean): MergeSide => {
  const choice = own(choices, field) ?? (survivorHasIt ? 'survivor' : 'loser');
  return choice === 'both' ? 'survivor' : choice;
};

/** Two sets of values, by key, as chosen; a key that the chosen side has not is nobody's. */
export function combine<T>(
  prefix: 'settings' | 'custom',
  survivor: Readonly<Record<string, T>>,
  loser: Readonly<Record<string, T>>,
  choices: Choices,
): Record<string, T> {
  const keys = [...new Set([...Object.keys(survivor), ...Object.keys(loser)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const side = takes(choices, `${prefix}.${key}`, Object.hasOwn(survivor, key));
      const values = side === 'survivor' ? survivor : loser;
      return Object.hasOwn(values, key) ? [[key, values[key] as T]] : [];
    }),
  );
}
