import type { Feature } from '#contracts/features.ts';
import type { Limit } from '#contracts/limits.ts';
import type { Offer, OfferChange } from '#contracts/schemas/plan.ts';
import { decimalOf, minorOf } from '../money.ts';
import { allLimits, isFeature } from '../plan/words.ts';

/** The form's own shape. Limits stand in the order of the catalogue; an empty one is none. */
export interface OfferValues extends Record<string, unknown> {
  key: string;
  name: string;
  summary: string;
  price: string;
  currency: string;
  features: Feature[];
  limits: string[];
  retired: boolean;
}

export const emptyOffer: OfferValues = {
  key: '',
  name: '',
  summary: '',
  price: '',
  currency: 'EUR',
  features: [],
  limits: allLimits.map(() => ''),
  retired: false,
};

export const valuesOf = (offer: Offer): OfferValues => ({
  key: offer.key,
  name: offer.name,
  summary: offer.summary,
  price: decimalOf(offer.price),
  currency: offer.price.currency,
  features: offer.features.filter(isFeature),
  limits: allLimits.map((limit) => {
    const max = offer.limits[limit] ?? null;
    return max === null ? '' : String(max);
  }),
  retired: offer.retired,
});

/** @throws RangeError for a price that `minorOf` does not read; the form checks it first */
export function toChange(values: OfferValues): OfferChange {
  const { name, summary, price, currency, features, limits, retired } = values;
  const amount = minorOf(price, currency);
  if (amount === null) throw new RangeError('not an amount');
  const given = allLimits.flatMap((limit, at): [Limit, number][] => {
    const text = limits[at]?.trim() ?? '';
    return text === '' ? [] : [[limit, Number(text)]];
  });
  return {
    name: name.trim(),
    summary: summary.trim(),
    price: { amount, currency },
    features,
    limits: Object.fromEntries(given),
    retired,
  };
}
