import type { BillingProfileCreate } from '#contracts/schemas/billing-profile.ts';

/** A billing profile that nothing is wrong with. */
export const billing: BillingProfileCreate = {
  legalName: 'Acme GmbH',
  taxId: 'DE123456789',
  address: { line1: 'Torstr. 1', city: 'Berlin', postalCode: '10119', country: 'DE' },
  currency: 'EUR',
  terms: 'net_30',
  emailTo: 'ap@acme.test',
  deliveryMethod: 'email',
};
