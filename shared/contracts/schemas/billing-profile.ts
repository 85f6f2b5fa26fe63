import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { BillingProfileId, ClientId } from '../ids.ts';
import { PostalAddress } from './client.ts';
import { Currency, Email, Instant, line } from './text.ts';

/** When an invoice is due: so many days after its date, on a date that it names, or after days of one's own. */
export const paymentTerms = ['net_30', 'net_60', 'due_on_date', 'custom'] as const;
export const PaymentTerms = z.enum(paymentTerms);
export type PaymentTerms = z.infer<typeof PaymentTerms>;

/** How invoices reach the client. */
export const deliveryMethods = ['email', 'portal', 'post'] as const;
export const DeliveryMethod = z.enum(deliveryMethods);
export type DeliveryMethod = z.infer<typeof DeliveryMethod>;

const editable = {
  legalName: line(160),
  taxId: line(40).nullish(),
  address: PostalAddress,
  currency: Currency,
  terms: PaymentTerms,
  termDays: z
    .number()
    .int()
    .min(0)
    .max(180)
    .nullish()
    .meta({ description: 'Days to pay; needed with custom terms, and only there' }),
  emailTo: Email,
  emailCc: z
    .array(Email)
    .max(5)
    .refine((list) => new Set(list).size === list.length, { error: 'has the same address twice' })
    .optional(),
  poNumber: line(60).nullish(),
  deliveryMethod: DeliveryMethod,
  default: z
    .literal(true)
    .optional()
    .meta({ description: 'Takes the place of the default profile; it is never given up, only taken' }),
};

/** What creates a billing profile; the first of a client is its default. Its settings say what it leaves open. */
export const BillingProfileCreate = z
  .strictObject({
    ...editable,
    currency: editable.currency
      .optional()
      .meta({ description: 'That of the client’s settings unless named' }),
    terms: editable.terms.optional().meta({ description: 'Those of the client’s settings unless named' }),
  })
  .meta({ id: 'BillingProfileCreate' });
export type BillingProfileCreate = z.output<typeof BillingProfileCreate>;

/** What changes a billing profile: only the fields that are sent; null empties one. */
export const BillingProfilePatch = z
  .strictObject({
    ...editable,
    legalName: editable.legalName.optional(),
    address: editable.address.optional(),
    currency: editable.currency.optional(),
    terms: editable.terms.optional(),
    emailTo: editable.emailTo.optional(),
    deliveryMethod: editable.deliveryMethod.optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'BillingProfilePatch' });
export type BillingProfilePatch = z.output<typeof BillingProfilePatch>;

/** Something that looks wrong and is kept all the same. */
export const Warning = z
  .strictObject({ pointer: z.string(), code: z.string(), message: z.string() })
  .meta({ id: 'Warning' });
export type Warning = z.infer<typeof Warning>;

/** To whom, where and on what terms a client is billed. */
export const BillingProfile = z
  .strictObject({
    id: BillingProfileId,
    version: z.number().int().positive(),
    clientId: ClientId,
    legalName: z.string(),
    taxId: z
      .string()
      .nullable()
      .optional()
      .meta({ description: 'Absent for whoever lacks clients.view_tax' }),
    address: PostalAddress,
    currency: z.string(),
    terms: PaymentTerms,
    termDays: z.number().int().nullable(),
    emailTo: z.string(),
    emailCc: z.array(z.string()),
    poNumber: z.string().nullable(),
    deliveryMethod: DeliveryMethod,
    default: z.boolean(),
    warnings: z.array(Warning).meta({ description: 'What looks wrong but was kept, such as a tax id' }),
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: ActorStamp,
  })
  .meta({ id: 'BillingProfile' });
export type BillingProfile = z.infer<typeof BillingProfile>;
