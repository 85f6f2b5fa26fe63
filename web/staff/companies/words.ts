import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { BillingProfile, DeliveryMethod, PaymentTerms } from '#contracts/schemas/billing-profile.ts';

const terms: Record<PaymentTerms, MessageDescriptor> = {
  net_30: msg`30 days`,
  net_60: msg`60 days`,
  due_on_date: msg`On a date named by each invoice`,
  custom: msg`Days of your own`,
};

const deliveries: Record<DeliveryMethod, MessageDescriptor> = {
  email: msg`By e-mail`,
  portal: msg`In the portal`,
  post: msg`By post`,
};

const optionsOf = <K extends string>(
  words: Record<K, MessageDescriptor>,
  say: (word: MessageDescriptor) => string,
) => (Object.keys(words) as K[]).map((value) => ({ value, label: say(words[value]) }));

/** What the fields of a billing profile are called, and its choices. */
export function useBillingWords() {
  const { i18n, t } = useLingui();
  const say = (word: MessageDescriptor) => i18n._(word);
  const labels: Record<string, string> = {
    legalName: t`Legal name`,
    taxId: t`Tax ID`,
    'address.line1': t`Street and number`,
    'address.line2': t`Building, floor, c/o`,
    'address.city': t`City`,
    'address.region': t`State or region`,
    'address.postalCode': t`Postal code`,
    'address.country': t`Country`,
    currency: t`Currency`,
    terms: t`Payment terms`,
    termDays: t`Days to pay`,
    emailTo: t`Invoices to`,
    emailCc: t`Copies to`,
    poNumber: t`PO number`,
    deliveryMethod: t`Delivery`,
  };
  return {
    labels,
    terms: optionsOf(terms, say),
    deliveries: optionsOf(deliveries, say),
    termsOf: ({ terms: chosen, termDays }: Pick<BillingProfile, 'terms' | 'termDays'>) =>
      chosen === 'custom' ? t`${termDays ?? 0} days` : say(terms[chosen]),
    deliveryOf: ({ deliveryMethod }: BillingProfile) => say(deliveries[deliveryMethod]),
  };
}
