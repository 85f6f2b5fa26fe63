import type {
  BillingProfile,
  BillingProfileCreate,
  DeliveryMethod,
  PaymentTerms,
} from '#contracts/schemas/billing-profile.ts';
import type { ShownSettings } from '#contracts/schemas/client-settings.ts';

/** What of the settings of a client its billing profiles go by. */
export type Settled = Pick<ShownSettings, 'currency' | 'terms' | 'poRequired'>;

/** The form's own shape: texts instead of nulls, as inputs have them. */
export interface BillingValues extends Record<string, unknown> {
  legalName: string;
  taxId: string;
  address: {
    line1: string;
    line2: string;
    city: string;
    region: string;
    postalCode: string;
    country: string;
  };
  currency: string;
  terms: PaymentTerms;
  termDays: string;
  emailTo: string;
  emailCc: string[];
  poNumber: string;
  deliveryMethod: DeliveryMethod;
  default: boolean;
}

/** A profile as the form has it; a new one begins with what is settled for its client. */
export const valuesOf = (profile: BillingProfile | null, settled: Settled | undefined): BillingValues => ({
  legalName: profile?.legalName ?? '',
  taxId: profile?.taxId ?? '',
  address: {
    line1: profile?.address.line1 ?? '',
    line2: profile?.address.line2 ?? '',
    city: profile?.address.city ?? '',
    region: profile?.address.region ?? '',
    postalCode: profile?.address.postalCode ?? '',
    country: profile?.address.country ?? '',
  },
  currency: profile?.currency ?? settled?.currency.value ?? '',
  terms: profile?.terms ?? settled?.terms.value.terms ?? 'net_30',
  termDays: (profile ?? settled?.terms.value)?.termDays?.toString() ?? '',
  emailTo: profile?.emailTo ?? '',
  emailCc: profile?.emailCc ?? [],
  poNumber: profile?.poNumber ?? '',
  deliveryMethod: profile?.deliveryMethod ?? 'email',
  default: profile?.default ?? false,
});

const orNull = (text: string) => (text.trim() === '' ? null : text);

/** What the form sends. Of a tax id it says nothing to whom it shows none; the default is only ever taken. */
export function toBody(
  values: BillingValues,
  { showsTax, isDefault }: { showsTax: boolean; isDefault: boolean },
): BillingProfileCreate {
  const { address, taxId, terms, termDays, default: wanted, ...rest } = values;
  return {
    ...rest,
    ...(showsTax && { taxId: orNull(taxId) }),
    address: {
      ...address,
      line2: orNull(address.line2),
      region: orNull(address.region),
      postalCode: orNull(address.postalCode),
    },
    terms,
    termDays: terms === 'custom' && termDays.trim() !== '' ? Number(termDays) : null,
    poNumber: orNull(rest.poNumber),
    ...(wanted && !isDefault && { default: true as const }),
  };
}
