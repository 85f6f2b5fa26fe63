import { contactFlags } from './contact-flags.ts';
import type { Feature } from './features.ts';
import type { PaymentTerms } from './schemas/billing-profile.ts';

/** On which ways somebody is told of an event; none of them is silence. */
export const channels = ['email', 'in_app', 'webhook'] as const;

/** When an invoice is due: by name, or after days of one's own. */
export type Terms =
  | { terms: Exclude<PaymentTerms, 'custom'>; termDays: null }
  | { terms: 'custom'; termDays: number };

/** What a setting may be. Its schema, its field in the form and the type of its value follow from this. */
type Shape =
  | { kind: 'choice'; options: readonly string[]; default: string }
  /** Any number of the options; none of them is a value, too. Where only some are `ready`, no other can be chosen yet. */
  | { kind: 'choices'; options: readonly string[]; default: readonly string[]; ready?: readonly string[] }
  /** Hundredths of a percent: 1900 is 19 %. */
  | { kind: 'percent'; default: number }
  | { kind: 'flag'; default: boolean }
  | { kind: 'terms'; default: Terms }
  /** Kept where it was before there were settings: with the workspace, and with the record of the client. */
  | { kind: 'currency'; default: null };

/** What has to be there before a setting does anything. */
export type Waiting = 'requests' | 'approvals' | 'documents' | 'work' | 'reports' | 'invoices';

type Declaration = Shape & {
  group: 'notifications' | 'reporting' | 'invoicing';
  label: string;
  /** Nothing reads it until there is this; the page says so. */
  awaits?: Waiting;
  /** Shown where this is live only. */
  feature?: Feature;
};

const event = <const L extends string, const W extends Waiting>(
  label: L,
  awaits: W,
  ...byDefault: (typeof channels)[number][]
) => ({
  group: 'notifications' as const,
  label,
  awaits,
  kind: 'choices' as const,
  options: channels,
  default: byDefault,
});

/**
 * What can be settled per client, each with what holds where nobody says otherwise. A value is inherited from the
 * workspace, then from the parent companies, and each of them may say something of its own.
 */
export const settingCatalogue = {
  onRequestReply: event('A request is answered', 'requests', 'email', 'in_app'),
  onApprovalAsked: event('An approval is asked for', 'approvals', 'email', 'in_app'),
  onDocumentShared: event('A document is shared', 'documents', 'in_app'),
  onWorkApproved: event('Work is approved', 'work', 'in_app'),
  onReportPublished: event('A report is published', 'reports', 'email'),
  onInvoiceSent: event('An invoice is sent', 'invoices', 'email'),
  onInvoiceOverdue: event('An invoice is overdue', 'invoices', 'email', 'in_app'),
  onComplianceDue: {
    group: 'notifications',
    label: 'Evidence of compliance is due',
    kind: 'choices',
    options: channels,
    default: ['email'],
    ready: ['email'],
  },
  reportCadence: {
    group: 'reporting',
    label: 'Cadence of reports',
    awaits: 'reports',
    kind: 'choice',
    options: ['never', 'weekly', 'monthly', 'quarterly'],
    default: 'monthly',
  },
  reportRecipients: {
    group: 'reporting',
    label: 'Recipients of reports',
    awaits: 'reports',
    kind: 'choices',
    options: contactFlags,
    default: ['decision_maker'],
  },
  reportSections: {
    group: 'reporting',
    label: 'Sections of reports',
    awaits: 'reports',
    kind: 'choices',
    options: ['projects', 'work', 'approvals', 'requests', 'invoices', 'compliance'],
    default: ['projects', 'work', 'requests'],
  },
  terms: {
    group: 'invoicing',
    label: 'Payment terms',
    kind: 'terms',
    default: { terms: 'net_30', termDays: null },
  },
  currency: { group: 'invoicing', label: 'Currency', kind: 'currency', default: null },
  taxRate: { group: 'invoicing', label: 'Tax rate', awaits: 'invoices', kind: 'percent', default: 0 },
  poRequired: { group: 'invoicing', label: 'PO number required', kind: 'flag', default: false },
  billTo: {
    group: 'invoicing',
    label: 'Bill to',
    awaits: 'invoices',
    kind: 'choice',
    options: ['client', 'parent'],
    default: 'client',
  },
  pricing: {
    group: 'invoicing',
    label: 'Pricing',
    awaits: 'invoices',
    kind: 'choice',
    options: ['rates', 'markup', 'hybrid'],
    default: 'rates',
    feature: 'rates',
  },
} as const satisfies Record<string, Declaration>;

type Catalogue = typeof settingCatalogue;
export type SettingKey = keyof Catalogue;
export const settingKeys = Object.keys(settingCatalogue) as [SettingKey, ...SettingKey[]];

type ValueOf<S extends Shape> = S['kind'] extends 'choice'
  ? Extract<S, { kind: 'choice' }>['options'][number]
  : S['kind'] extends 'choices'
    ? readonly Extract<S, { kind: 'choices' }>['options'][number][]
    : { percent: number; flag: boolean; terms: Terms; currency: string }[Exclude<
        S['kind'],
        'choice' | 'choices'
      >];

/** Whatever there is to choose from, in any setting. */
export type SettingOption = Extract<Catalogue[SettingKey], { options: unknown }>['options'][number];

/** A value for every setting. */
export type SettingValues = { [K in SettingKey]: ValueOf<Catalogue[K]> };
/** What somebody says of his own; the rest is inherited. */
export type OwnValues = Partial<SettingValues>;

export type SettingGroup = Catalogue[SettingKey]['group'];
/** The settings of a group, in the order of the catalogue. */
export const settingsOf = (group: SettingGroup): SettingKey[] =>
  settingKeys.filter((key) => settingCatalogue[key].group === group);
