import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { ClientId, UserId } from '../ids.ts';
import { Country, Instant, line, Website } from './text.ts';

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

export const Address = z.strictObject({
  kind: z.enum(['billing', 'service', 'mailing']),
  line1: line(120),
  line2: line(120).nullish(),
  city: line(80),
  region: line(80).nullish(),
  postalCode: line(20).nullish(),
  country: Country,
});
export type Address = z.infer<typeof Address>;

const editable = {
  name: line(120),
  legalName: line(160).nullish(),
  code: ClientCode.nullish(),
  website: Website.nullish(),
  addresses: z.array(Address).max(3).optional(),
};

/** What creates a client. Without an owner the creator owns it; it starts as pending. */
export const ClientCreate = z
  .strictObject({ ...editable, ownerId: UserId.optional() })
  .meta({ id: 'ClientCreate' });
export type ClientCreate = z.output<typeof ClientCreate>;

/** A client as the API answers it. */
export const Client = z
  .strictObject({
    id: ClientId,
    version: z.number().int().positive(),
    name: z.string(),
    legalName: z.string().nullable(),
    code: z.string().nullable(),
    website: z.string().nullable(),
    addresses: z.array(Address),
    status: ClientStatus,
    ownerId: UserId,
    ownerName: z.string(),
    lastActivityAt: Instant,
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: ActorStamp,
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
  ownerId: true,
  ownerName: true,
  lastActivityAt: true,
  createdAt: true,
}).meta({ id: 'ClientRow' });
export type ClientRow = z.infer<typeof ClientRow>;
