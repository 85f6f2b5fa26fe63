import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { sizeBands } from '../bands.ts';
import { ClientId, ContactId, UserId } from '../ids.ts';
import { uniqueTags } from '../tags.ts';
import { ListEntry } from './list.ts';
import { Country, Currency, Instant, Locale, line, text, Website } from './text.ts';

/** Exactly three; the meaning of inactive is "retained for historical records". */
export const clientStatuses = ['active', 'pending', 'inactive'] as const;
export const ClientStatus = z.enum(clientStatuses);
export type ClientStatus = z.infer<typeof ClientStatus>;

/** Three to six capitals or digits, unique in the workspace; invoice numbers are built on it. */
export const ClientCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9]{3,6}$/, 'must be 3 to 6 capital letters or digits')
  .meta({ example: 'ACM' });

/** Where letters go. */
export const PostalAddress = z.strictObject({
  line1: line(120),
  line2: line(120).nullish(),
  city: line(80),
  region: line(80).nullish(),
  postalCode: line(20).nullish(),
  country: Country,
});
export type PostalAddress = z.infer<typeof PostalAddress>;

export const addressKinds = ['billing', 'service', 'mailing'] as const;
export const Address = z.strictObject({
  kind: z.enum(addressKinds),
  ...PostalAddress.shape,
});
export type Address = z.infer<typeof Address>;

/** Where letters, visits and invoices go: at most one address of a kind. */
export const Addresses = z
  .array(Address)
  .max(3)
  .superRefine((addresses, context) => {
    for (const [at, { kind }] of addresses.entries()) {
      const isSecond = addresses.findIndex((one) => one.kind === kind) < at;
      if (isSecond)
        context.addIssue({ code: 'custom', path: [at, 'kind'], message: 'is the kind of another address' });
    }
  });

/** Labels that one client may carry. */
export const MOST_TAGS = 20;

/** Labels of the workspace's own; each once, whatever its case. */
export const Tags = z
  .array(line(40))
  .max(MOST_TAGS)
  .refine((tags) => uniqueTags(tags).length === tags.length, { error: 'has the same tag twice' });

/** How many people work there, and how much it turns over in a year. */
export const SizeBand = z.enum(sizeBands);
export type SizeBand = z.infer<typeof SizeBand>;
export const revenueBands = ['under_1m', '1m_5m', '5m_20m', '20m_100m', 'over_100m'] as const;
export const RevenueBand = z.enum(revenueBands);
export type RevenueBand = z.infer<typeof RevenueBand>;

const editable = {
  name: line(120),
  legalName: line(160).nullish(),
  registrationNumber: line(40)
    .nullish()
    .meta({ description: 'As the company register of its country writes it', example: 'HRB 123456' }),
  code: ClientCode.nullish(),
  website: Website.nullish(),
  industry: line(80).nullish(),
  taxId: line(40).nullish(),
  sizeBand: SizeBand.nullish(),
  revenueBand: RevenueBand.nullish(),
  primaryServiceTypeKey: ListEntry.shape.key
    .nullish()
    .meta({ description: 'An entry of the list service_types that is not archived' }),
  currentSystems: text(5_000).nullish(),
  technicalRequirements: text(5_000).nullish(),
  currency: Currency.nullish(),
  language: Locale.nullish(),
  notes: text(5_000).nullish(),
  tags: Tags.optional(),
  addresses: Addresses.optional(),
};

/** What creates a client. Without an owner the creator owns it; it starts as pending. */
export const ClientCreate = z
  .strictObject({ ...editable, ownerId: UserId.optional() })
  .meta({ id: 'ClientCreate' });
export type ClientCreate = z.output<typeof ClientCreate>;

/** What changes a client: only the fields that are sent; null empties one. */
export const ClientPatch = z
  .strictObject({ ...editable, name: editable.name.optional(), ownerId: UserId.optional() })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'ClientPatch' });
export type ClientPatch = z.output<typeof ClientPatch>;

/** Moves a client to another status; going inactive says why. */
export const ClientStatusChange = z
  .strictObject({
    status: ClientStatus,
    reason: line(500).optional().meta({ description: 'Needed to make a client inactive that is not' }),
  })
  .meta({ id: 'ClientStatusChange' });
export type ClientStatusChange = z.output<typeof ClientStatusChange>;

/** How many live clients of each status the asker may see. */
export const ClientCounts = z
  .strictObject({ active: z.number().int(), pending: z.number().int(), inactive: z.number().int() })
  .meta({ id: 'ClientCounts' });
export type ClientCounts = z.infer<typeof ClientCounts>;

/** A free code for a name, and more of them. */
export const CodeSuggestion = z
  .strictObject({ code: z.string().nullable(), alternatives: z.array(z.string()) })
  .meta({ id: 'CodeSuggestion' });
export type CodeSuggestion = z.infer<typeof CodeSuggestion>;

/** A client as the API answers it. */
export const Client = z
  .strictObject({
    id: ClientId,
    version: z.number().int().positive(),
    name: z.string(),
    legalName: z.string().nullable(),
    registrationNumber: z.string().nullable(),
    code: z.string().nullable(),
    website: z.string().nullable(),
    industry: z.string().nullable(),
    taxId: z
      .string()
      .nullable()
      .optional()
      .meta({ description: 'Absent for whoever lacks clients.view_tax' }),
    sizeBand: SizeBand.nullable(),
    revenueBand: RevenueBand.nullable(),
    primaryServiceTypeKey: z.string().nullable(),
    currentSystems: z.string().nullable(),
    technicalRequirements: z.string().nullable(),
    currency: z.string().nullable(),
    language: z.string().nullable(),
    notes: z.string().nullable(),
    tags: z.array(z.string()),
    addresses: z.array(Address),
    status: ClientStatus,
    statusReason: z.string().nullable(),
    ownerId: UserId,
    ownerName: z.string(),
    ownerEmail: z.string(),
    sample: z.boolean().meta({ description: 'Of the sample data: outside counts, limits and reports' }),
    parentId: ClientId.nullable().meta({
      description: 'The client it belongs to; access does not flow down from there',
    }),
    linkedIds: z
      .array(UserId)
      .meta({ description: 'Members of its projects, who therefore see it; no part of its version' }),
    primaryContactId: ContactId.nullable(),
    primaryContactName: z.string().nullable(),
    lastActivityAt: Instant,
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: ActorStamp,
    deletedAt: Instant.nullable(),
  })
  .meta({ id: 'Client' });
export type Client = z.infer<typeof Client>;

/** A client as lists show it: what a row needs and no more. */
export const ClientRow = Client.pick({
  id: true,
  version: true,
  name: true,
  code: true,
  website: true,
  status: true,
  tags: true,
  deletedAt: true,
  ownerId: true,
  ownerName: true,
  primaryContactName: true,
  sample: true,
  lastActivityAt: true,
  createdAt: true,
}).meta({ id: 'ClientRow' });
export type ClientRow = z.infer<typeof ClientRow>;

/** The orders a list of clients can be read in; a leading minus is descending. */
export const clientSorts = ['name', '-createdAt', '-lastActivityAt'] as const;
export const ClientSort = z.enum(clientSorts);
export type ClientSort = z.infer<typeof ClientSort>;

/** A client in the trash. */
export const TrashRow = ClientRow.extend({
  purgeOn: z.iso.date().meta({ description: 'The day (UTC) on which it is deleted for ever' }),
}).meta({ id: 'TrashRow' });
export type TrashRow = z.infer<typeof TrashRow>;
