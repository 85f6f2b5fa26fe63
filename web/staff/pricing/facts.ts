import { useLingui } from '@lingui/react/macro';
import type { Limit } from '#contracts/limits.ts';
import type { Offer } from '#contracts/schemas/plan.ts';
import { useFormats } from '#ui/formats.ts';
import { moneyText } from '../money.ts';

/** What a plan costs and allows, as people read it. */
export function useOfferFacts() {
  const { t, i18n } = useLingui();
  const { locale } = useFormats();
  return {
    price: ({ price }: Offer) => (price.amount === 0 ? t`Free` : moneyText(price, locale)),
    /** A limit that is not named is none. */
    limit: ({ limits }: Offer, limit: Limit) => {
      const max = limits[limit] ?? null;
      return max === null ? t`No limit` : i18n.number(max);
    },
  };
}
