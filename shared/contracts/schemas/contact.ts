import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { contactFlags } from '../contact-flags.ts';
import { BrandId, ClientId, ContactId } from '../ids.ts';
import { Day, Instant, Locale, line, PersonEmail, TimeZone } from './text.ts';

/** What a contact is for the client; any number of them. */
export const ContactFlag = z.enum(contactFlags);
export type ContactFlag = z.infer<typeof ContactFlag>;

const once = <T>(values: readonly T[]) => new Set(values).size === values.length;

const flags = z.array(ContactFlag).refine(once, { error: 'has the same flag twice' });

/** What somebody is to be from a day on: the fields that are sent, as they are to stand then. */
export const RolePlan = z
  .strictObject({
    from: z.iso.date().meta({ description: 'A day to come, within a year, where the client is' }),
    title: line(120).nullish(),
    department: line(120).nullish(),
    flags: flags.optional(),
  })
  .refine(({ from: _, ...fields }) => Object.values(fields).some((value) => value !== undefined), {
    error: 'names no field to change',
  })
  .meta({ id: 'RolePlan' });
export type RolePlan = z.output<typeof RolePlan>;

/** Days on which somebody is not there, and who of the client answers instead. */
export const Away = z
  .strictObject({
    from: z.iso.date(),
    until: z.iso.date().meta({ description: 'The last day of it' }),
    deputyId: ContactId.nullable().meta({
      description: 'Another contact of the client, who stands for the same brands; null for nobody',
    }),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'must not be before the first day' });
export type Away = z.output<typeof Away>;

const editable = {
  firstName: line(80),
  lastName: line(80).nullish(),
  title: line(120).nullish(),
  department: line(120).nullish(),
  emails: z.array(PersonEmail).max(5).refine(once, { error: 'has the same address twice' }).optional(),
  phones: z
    .array(line(60))
    .max(5)
    .optional()
    .meta({
      description:
        'As people write them, an extension behind `ext.` or `;ext=`; a national number is read in the country of ' +
        "the client's address",
    }),
  flags: flags.optional(),
  locale: Locale.nullish(),
  timeZone: TimeZone.nullish(),
  pronouns: line(40).nullish(),
  /** Brands of the client that the person stands for; none is all of them, and the client itself. */
  brandIds: z.array(BrandId).max(20).refine(once, { error: 'has the same brand twice' }).optional(),
  /** The last day at the client: from then on the person is written to no more. */
  leftOn: Day.nullish(),
  away: Away.nullish(),
  /** Makes this the one primary contact; the client's first contact is it by itself. */
  primary: z.literal(true).optional(),
};

export const ContactCreate = z.strictObject(editable).meta({ id: 'ContactCreate' });
export type ContactCreate = z.output<typeof ContactCreate>;

/** Who takes over from somebody who leaves; what is absent goes to nobody. Each is another contact of the client. */
export const handOver = {
  successor: ContactId.optional().meta({ description: 'Becomes the primary contact, at once' }),
  deputy: ContactId.optional().meta({ description: 'Is the deputy of all whose deputy the leaver is' }),
  ...(Object.fromEntries(
    contactFlags.map((flag) => [flag, ContactId.optional().meta({ description: 'Gets this role, at once' })]),
  ) as Record<ContactFlag, z.ZodOptional<typeof ContactId>>),
};

const HandOver = z.strictObject(handOver);
export type HandOver = z.output<typeof HandOver>;

/** What changes a contact: only the fields that are sent; null empties one. */
export const ContactPatch = z
  .strictObject({
    ...editable,
    firstName: editable.firstName.optional(),
    from: z.iso.date().optional().meta({
      description:
        'Since when title, department and roles are as sent: a day after the last change, up to today',
    }),
    handOver: HandOver.optional().meta({ description: 'With a last day: who takes over what' }),
    planned: RolePlan.nullish().meta({
      description: 'Takes the place of what is planned so far; null cancels it',
    }),
  })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'names no field to change' })
  .meta({ id: 'ContactPatch' });
export type ContactPatch = z.output<typeof ContactPatch>;

const Planned = z
  .strictObject({
    from: z.iso.date(),
    title: z.string().nullable().optional(),
    department: z.string().nullable().optional(),
    flags: z.array(ContactFlag).optional(),
    failed: z.enum(['flag_taken']).nullable().meta({
      description: 'Why it could not be made when its day had come; null while it is ahead',
    }),
  })
  .nullable()
  .meta({ description: 'What the person is to be from a day on; fields that are absent stay' });

/** A person at one client. */
export const Contact = z
  .strictObject({
    id: ContactId,
    version: z.number().int().positive(),
    clientId: ClientId,
    firstName: z.string(),
    lastName: z.string().nullable(),
    name: z.string().meta({ description: 'First and last name as shown' }),
    title: z.string().nullable(),
    department: z.string().nullable(),
    emails: z.array(z.string()).meta({ description: 'Their domains in ASCII, as mail needs them' }),
    phones: z
      .array(z.string())
      .meta({ description: 'E.164; an extension stands behind `;ext=`, as in RFC 3966' }),
    flags: z.array(ContactFlag),
    locale: z.string().nullable(),
    timeZone: z.string().nullable(),
    pronouns: z.string().nullable(),
    brandIds: z.array(BrandId),
    leftOn: z.iso.date().nullable(),
    planned: Planned,
    away: Away.nullable(),
    primary: z.boolean(),
    createdAt: Instant,
    updatedAt: Instant,
    updatedBy: ActorStamp,
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof Contact>;

/** A person of any client that the asker sees, found by name. */
export const FoundPerson = z
  .strictObject({ id: ContactId, name: z.string(), clientId: ClientId, clientName: z.string() })
  .meta({ id: 'FoundPerson' });
export type FoundPerson = z.infer<typeof FoundPerson>;

const roles = {
  title: z.string().nullable(),
  department: z.string().nullable(),
  flags: z.array(ContactFlag),
};

/** What somebody was until a day, on which it held no more. */
export type PastRoles = z.infer<typeof PastRoles>;
export const PastRoles = z.strictObject({ ...roles, until: z.iso.date() });

const RoleSpan = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date().nullable().meta({ description: 'The last day of it; null for what goes on' }),
  ...roles,
});
export type RoleSpan = z.infer<typeof RoleSpan>;

/** What a contact was from when to when, oldest first, and what it is to be. */
export const RoleHistory = z
  .strictObject({ spans: z.array(RoleSpan), planned: Planned })
  .meta({ id: 'RoleHistory' });
export type RoleHistory = z.infer<typeof RoleHistory>;
