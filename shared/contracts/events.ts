import { type SettingKey, settingCatalogue, settingKeys } from './client-settings.ts';
import type { Feature } from './features.ts';
import type { Permission } from './permissions.ts';

/** That it was settled otherwise is told, not how: what was inherited and what was said oneself read alike. */
const settingFields = Object.fromEntries(
  settingKeys
    .filter((key) => key !== 'currency')
    .map((key) => [key, { label: settingCatalogue[key].label, hidden: true }]),
) as Record<Exclude<SettingKey, 'currency'>, { label: string; hidden: true }>;

/** How a field is told. A `hidden` one says only that it changed, as does one whose `permission` a reader lacks. */
export interface ToldField {
  label: string;
  hidden?: boolean;
  permission?: Permission;
}

/**
 * What the timeline may tell: per kind of record the fields whose changes are shown, each with its label.
 * A field that is not here never appears.
 */
export const timelineCatalogue = {
  client: {
    name: { label: 'Name' },
    legalName: { label: 'Legal name' },
    registrationNumber: { label: 'Registration number' },
    code: { label: 'Code' },
    website: { label: 'Website' },
    industry: { label: 'Industry' },
    taxId: { label: 'Tax ID', hidden: true },
    sizeBand: { label: 'Size' },
    revenueBand: { label: 'Revenue' },
    primaryServiceTypeKey: { label: 'Primary service' },
    currentSystems: { label: 'Current systems', hidden: true },
    technicalRequirements: { label: 'Technical requirements', hidden: true },
    currency: { label: 'Currency' },
    language: { label: 'Language' },
    notes: { label: 'Notes', hidden: true },
    tags: { label: 'Tags' },
    status: { label: 'Status' },
    statusReason: { label: 'Reason' },
    ownerName: { label: 'Owner' },
    primaryContactName: { label: 'Primary contact', permission: 'stakeholders.view' },
    addresses: { label: 'Addresses', hidden: true },
    // Hidden, since whoever sees a client may not see the one above it.
    parentId: { label: 'Parent company', hidden: true },
    mergedInto: { label: 'Merged into', hidden: true },
  },
  contact: {
    name: { label: 'Name' },
    title: { label: 'Title' },
    department: { label: 'Department' },
    emails: { label: 'E-mail' },
    phones: { label: 'Phone' },
    flags: { label: 'Roles' },
    locale: { label: 'Language' },
    timeZone: { label: 'Time zone' },
    pronouns: { label: 'Pronouns', hidden: true },
    // Ids, which the page puts into names.
    brandIds: { label: 'Brands' },
    leftOn: { label: 'Left on' },
    planned: { label: 'Planned change' },
    away: { label: 'Away' },
  },
  project: {
    name: { label: 'Name' },
    description: { label: 'Description', hidden: true },
    status: { label: 'Status' },
    startsOn: { label: 'Start' },
    endsOn: { label: 'End' },
    memberIds: { label: 'Members', hidden: true },
  },
  billing_profile: {
    legalName: { label: 'Legal name' },
    taxId: { label: 'Tax ID', hidden: true },
    address: { label: 'Address', hidden: true },
    currency: { label: 'Currency' },
    terms: { label: 'Terms' },
    termDays: { label: 'Days to pay' },
    emailTo: { label: 'Invoices to' },
    emailCc: { label: 'Copies to' },
    poNumber: { label: 'PO number' },
    deliveryMethod: { label: 'Delivery' },
    becameDefaultAt: { label: 'Default since' },
  },
  brand: {
    name: { label: 'Name' },
    color: { label: 'Colour' },
    moreColors: { label: 'Further colours' },
    website: { label: 'Website' },
    note: { label: 'Note', hidden: true },
  },
  rate: {
    positionName: { label: 'Position' },
    regular: { label: 'Regular rate', hidden: true },
    overtime: { label: 'Overtime rate', hidden: true },
    currency: { label: 'Currency' },
    effectiveFrom: { label: 'Effective from' },
    effectiveTo: { label: 'Effective to' },
    note: { label: 'Note', hidden: true },
  },
  client_settings: settingFields,
  note: {
    kind: { label: 'Kind' },
    occurredAt: { label: 'When' },
    // Hidden, and read from the note itself where they are shown: what is told once cannot be taken back.
    contactName: { label: 'Contact', hidden: true },
    body: { label: 'Text', hidden: true },
  },
  follow_up: {
    what: { label: 'What' },
    ownerName: { label: 'Owner' },
    dueOn: { label: 'Due' },
    snoozedUntil: { label: 'Snoozed until' },
    status: { label: 'Status' },
  },
  requirement: {
    standardName: { label: 'Standard' },
    status: { label: 'Status' },
    statusReason: { label: 'Reason' },
    ownerName: { label: 'Owner' },
    dueOn: { label: 'Due' },
    expiresOn: { label: 'Expires' },
    evidenceLabels: { label: 'Evidence' },
    acceptedLabels: { label: 'Accepted evidence' },
    rejectedLabels: { label: 'Rejected evidence' },
    withdrawnLabels: { label: 'Withdrawn evidence' },
    waivedUntil: { label: 'Waived until' },
    snoozedUntil: { label: 'Reminders snoozed until' },
    note: { label: 'Note', hidden: true },
  },
  proposal: {
    status: { label: 'Status' },
    statusReason: { label: 'Reason' },
  },
  // The workspace names these fields itself: each is told with the label that it had.
  custom_values: {},
  merge: {
    status: { label: 'Status' },
  },
  account_team: {
    role: { label: 'Role on the team' },
    since: { label: 'Since' },
  },
  // Each rule is a field of its own, so that only those that changed are told.
  routing: {},
} as const satisfies Record<string, Record<string, ToldField>>;

export type RecordKind = keyof typeof timelineCatalogue;
export const recordKinds = Object.keys(timelineCatalogue) as [RecordKind, ...RecordKind[]];

/** The feature that a kind of record belongs to: while it is off, the timeline says no more than that. */
export const recordFeature = {
  client: 'clients',
  contact: 'clients',
  project: 'projects',
  billing_profile: 'clients',
  brand: 'clients',
  rate: 'rates',
  client_settings: 'clients',
  note: 'timeline',
  follow_up: 'timeline',
  requirement: 'compliance',
  proposal: 'compliance',
  custom_values: 'clients',
  account_team: 'clients',
  routing: 'clients',
  merge: 'clients',
} as const satisfies Record<RecordKind, Feature>;

/** The key by which a kind of record is listed: who lacks it is not told of one at all. */
export const recordPermission = {
  client: 'clients.view',
  contact: 'stakeholders.view',
  project: 'projects.view',
  billing_profile: 'clients.view',
  brand: 'clients.view',
  rate: 'rates.view',
  client_settings: 'clients.view',
  note: 'timeline.view',
  follow_up: 'timeline.view',
  requirement: 'compliance.view',
  proposal: 'compliance.view',
  custom_values: 'clients.view',
  account_team: 'clients.view',
  routing: 'stakeholders.view',
  merge: 'clients.view',
} as const satisfies Record<RecordKind, Permission>;

/** What can become of a record, each a sentence of the timeline. */
export type ChangeKind = 'created' | 'updated' | 'status_changed' | 'deleted' | 'restored';

/** What can become of each kind of record: nothing else is ever told, filtered by, or needs a sentence. */
export const recordChanges = {
  client: ['created', 'updated', 'status_changed', 'deleted', 'restored'],
  contact: ['created', 'updated', 'deleted'],
  project: ['created', 'updated', 'status_changed', 'deleted'],
  billing_profile: ['created', 'updated', 'deleted'],
  brand: ['created', 'updated', 'deleted'],
  // One that begins on the day of a removed one takes up its item.
  rate: ['created', 'updated', 'deleted', 'restored'],
  client_settings: ['created', 'updated'],
  note: ['created', 'updated', 'deleted'],
  follow_up: ['created', 'updated', 'status_changed', 'deleted'],
  requirement: ['created', 'updated', 'status_changed', 'deleted'],
  proposal: ['created', 'updated', 'status_changed'],
  custom_values: ['created', 'updated'],
  account_team: ['created', 'updated', 'deleted'],
  routing: ['created', 'updated'],
  merge: ['created', 'status_changed'],
} as const satisfies Record<RecordKind, readonly ChangeKind[]>;

export type EventType = { [K in RecordKind]: `${K}.${(typeof recordChanges)[K][number]}` }[RecordKind];
export const eventTypes = recordKinds.flatMap((kind) =>
  recordChanges[kind].map((change) => `${kind}.${change}`),
) as [EventType, ...EventType[]];
