/**
 * What the timeline may tell: per kind of record the fields whose changes are shown, each with its label.
 * A field that is not here never appears; a `hidden` one says only that it changed.
 */
export const timelineCatalogue = {
  client: {
    name: { label: 'Name' },
    legalName: { label: 'Legal name' },
    code: { label: 'Code' },
    website: { label: 'Website' },
    industry: { label: 'Industry' },
    taxId: { label: 'Tax ID', hidden: true },
    notes: { label: 'Notes', hidden: true },
    tags: { label: 'Tags' },
    status: { label: 'Status' },
    statusReason: { label: 'Reason' },
    ownerName: { label: 'Owner' },
    addresses: { label: 'Addresses', hidden: true },
  },
} as const satisfies Record<string, Record<string, { label: string; hidden?: boolean }>>;

export type RecordKind = keyof typeof timelineCatalogue;
export const recordKinds = Object.keys(timelineCatalogue) as [RecordKind, ...RecordKind[]];

/** Kinds of change, each a sentence of the timeline. */
export const eventTypes = [
  'client.created',
  'client.updated',
  'client.status_changed',
  'client.deleted',
  'client.restored',
] as const;
export type EventType = (typeof eventTypes)[number];
