import { useLingui } from '@lingui/react/macro';
import type { ApiError } from '#contracts/client.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { minorOf } from '../money.ts';
import { allLimits, usePlanWords } from '../plan/words.ts';
import type { OfferValues } from './values.ts';

interface OfferFormOptions {
  initial: OfferValues;
  send: (values: OfferValues) => Promise<void>;
  onError?: (error: ApiError) => boolean;
}

/** What the fields of an offer are called. */
export function useOfferWords() {
  const { t } = useLingui();
  return {
    key: t`Key`,
    name: t`Name`,
    summary: t`Summary`,
    price: t`Price a month`,
    currency: t`Currency`,
    features: t`Features`,
    retired: t`Retired`,
  };
}

/** The form of a plan or add-on, with all that can be told before the server is asked. */
export function useOfferForm({ initial, send, onError }: OfferFormOptions) {
  const { t } = useLingui();
  const words = useOfferWords();
  const limits = usePlanWords();
  const filled = (text: string) => (text.trim() === '' ? t`Must not be blank` : null);
  return useApiForm<OfferValues>({
    initial,
    send,
    ...(onError && { onError }),
    place: (path) => {
      const [field = '', at] = path.split('.');
      const limit = field === 'limits' ? allLimits[Number(at)] : undefined;
      if (limit) return { label: limits.limit(limit) };
      return { label: Object.hasOwn(words, field) ? words[field as keyof typeof words] : field };
    },
    check: (values) => ({
      key: /^[a-z][a-z0-9_]{1,39}$/.test(values.key)
        ? null
        : t`2 to 40 small letters, digits or underscores, beginning with a letter`,
      name: filled(values.name),
      summary: filled(values.summary),
      price:
        minorOf(values.price, values.currency) === null ? t`An amount of this currency, like 49.00` : null,
      ...Object.fromEntries(
        values.limits.map((text, at) => [
          `limits.${at}`,
          /^\d{0,7}$/.test(text.trim()) ? null : t`A whole number, or nothing for no limit`,
        ]),
      ),
    }),
  });
}
