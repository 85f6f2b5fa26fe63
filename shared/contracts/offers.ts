import type { PinnedOffer } from './entitlements.ts';
import type { Offer } from './schemas/plan.ts';

const euros = (amount: number) => ({ amount: amount * 100, currency: 'EUR' });

/** What an installation sells until its operators write versions of their own. */
export const firstOffers: readonly Offer[] = [
  {
    kind: 'plan',
    key: 'solo',
    version: 1,
    name: 'Solo',
    summary: 'For one person with a handful of clients',
    price: euros(0),
    features: ['clients', 'timeline'],
    limits: { 'clients.active': 10, 'members.active': 2 },
    retired: false,
  },
  {
    kind: 'plan',
    key: 'studio',
    version: 1,
    name: 'Studio',
    summary: 'For a team that works on projects and opens a portal to its clients',
    price: euros(49),
    features: ['clients', 'timeline', 'projects', 'rates', 'compliance', 'portal'],
    limits: { 'clients.active': 200, 'members.active': 20 },
    retired: false,
  },
  {
    kind: 'plan',
    key: 'agency',
    version: 1,
    name: 'Agency',
    summary: 'Without limits, and with roles of your own',
    price: euros(149),
    features: ['clients', 'timeline', 'projects', 'rates', 'compliance', 'portal', 'custom_roles'],
    limits: {},
    retired: false,
  },
  {
    kind: 'add_on',
    key: 'portal',
    version: 1,
    name: 'Client portal',
    summary: 'The portal, for plans without it',
    price: euros(15),
    features: ['portal'],
    limits: {},
    retired: false,
  },
  {
    kind: 'add_on',
    key: 'more_clients',
    version: 1,
    name: '100 more clients',
    summary: 'Raises the limit of active clients',
    price: euros(19),
    features: [],
    limits: { 'clients.active': 100 },
    retired: false,
  },
];

/** The plan of a workspace that somebody opens for himself. */
export const FIRST_PLAN = 'studio';

/** An offer as a workspace keeps it: what it gives, at this version. */
export const pin = ({ key, name, version, features, limits }: Offer): PinnedOffer => ({
  key,
  name,
  version,
  features,
  limits,
});
