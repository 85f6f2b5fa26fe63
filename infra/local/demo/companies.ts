import type { BillingProfileCreate } from '#contracts/schemas/billing-profile.ts';
import type { BrandCreate } from '#contracts/schemas/brand.ts';
import type { DemoClient } from './clients.ts';

/** What a demo client appears as, and whom its invoices go to; most have neither yet. */
interface DemoCompanies {
  brands: readonly BrandCreate[];
  billing: readonly BillingProfileCreate[];
}

const companies: Record<string, DemoCompanies> = {
  ACM: {
    brands: [
      { name: 'Acme Industrial', color: '#b45309', website: 'https://acme-industrial.com' },
      { name: 'Bolt by Acme', color: '#1f6feb', website: 'https://boltrobots.com', note: 'Consumer line' },
    ],
    billing: [
      {
        legalName: 'Acme Robotics Inc.',
        taxId: '94-3167218',
        address: {
          line1: '418 Foundry St',
          city: 'Oakland',
          region: 'CA',
          postalCode: '94607',
          country: 'US',
        },
        currency: 'USD',
        terms: 'net_60',
        emailTo: 'billing@acme.test',
        poNumber: 'PO-20417',
        deliveryMethod: 'email',
      },
      {
        legalName: 'Acme Robotics GmbH',
        taxId: 'DE811907980',
        address: { line1: 'Gewerbepark 4', city: 'Augsburg', postalCode: '86159', country: 'DE' },
        currency: 'EUR',
        terms: 'net_30',
        emailTo: 'rechnung@acme.test',
        deliveryMethod: 'portal',
      },
    ],
  },
  MVL: {
    brands: [{ name: 'Verlaine Parfums', color: '#7c3aed', website: 'https://verlaine-parfums.fr' }],
    billing: [
      {
        legalName: 'Maison Verlaine SARL',
        taxId: 'FR40303265045',
        address: { line1: '14 rue Verlaine', city: 'Lyon', postalCode: '69003', country: 'FR' },
        currency: 'EUR',
        terms: 'net_30',
        emailTo: 'compta@maisonverlaine.test',
        deliveryMethod: 'email',
      },
    ],
  },
};

/** The brands and billing profiles of a demo client. */
export const demoCompanies = ({ code }: DemoClient): DemoCompanies =>
  companies[code] ?? { brands: [], billing: [] };

/** Who belongs to whom, by code: the child first. */
export const demoFamilies = [
  ['LUM', 'ACM'],
  ['KES', 'BWU'],
] as const;
