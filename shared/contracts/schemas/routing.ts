import * as z from 'zod';
import { BrandId, ContactId } from '../ids.ts';
import { routingEvents } from '../routing.ts';
import { ContactFlag } from './contact.ts';

const flags = z
  .array(ContactFlag)
  .refine((list) => new Set(list).size === list.length, { error: 'has the same role twice' });

/** Which roles of a client get something; for one brand, or for all that have no rule of their own. */
export const RoutingRule = z.strictObject({
  event: z.enum(routingEvents),
  brandId: BrandId.nullable(),
  to: flags.min(1, 'needs a role'),
  cc: flags,
});
export type RoutingRule = z.infer<typeof RoutingRule>;

const placeOf = ({ event, brandId }: RoutingRule) => `${event} ${brandId}`;

/** All rules of a client; what has none goes to the roles of the house. */
export const RoutingChange = z
  .strictObject({
    rules: z
      .array(RoutingRule)
      .max(120)
      .refine((rules) => new Set(rules.map(placeOf)).size === rules.length, {
        error: 'has two rules for the same',
      }),
  })
  .meta({ id: 'RoutingChange' });
export type RoutingChange = z.output<typeof RoutingChange>;

const Recipient = z.strictObject({
  id: ContactId,
  name: z.string(),
  email: z.string(),
  insteadOf: z
    .strictObject({ name: z.string(), until: z.iso.date() })
    .nullable()
    .meta({ description: 'Who is away until then, where this is the deputy' }),
});

/** Who would be written to on the day. Without anybody in `to` nothing can be sent: it is never dropped in silence. */
export const Routed = z.strictObject({
  event: z.enum(routingEvents),
  brandId: BrandId.nullable(),
  source: z.enum(['brand', 'client', 'default']).meta({ description: 'Whose rule it is' }),
  roles: z.strictObject({ to: z.array(ContactFlag), cc: z.array(ContactFlag) }),
  to: z.array(Recipient),
  cc: z.array(Recipient),
  gap: z.enum(['unset', 'broken']).nullable().meta({
    description:
      'Why nobody is in `to`: the client has no rule of its own and nobody with such a role yet, or whoever should get it cannot',
  }),
});
export type Routed = z.infer<typeof Routed>;

const partial = z.boolean().meta({
  description: 'The client has more people or brands than are looked at: what is told may lack some of them',
});

/** The rules of a client and what they come to, for the client itself and for each of its brands. */
export const Routing = z
  .strictObject({
    version: z.number().int().nonnegative(),
    rules: z.array(RoutingRule),
    on: z.iso.date().meta({ description: 'The day that is told of' }),
    routed: z.array(Routed),
    partial,
  })
  .meta({ id: 'Routing' });
export type Routing = z.infer<typeof Routing>;

/** What is open with a contact who leaves: places to be given to others first. */
export const Leaving = z
  .strictObject({
    primary: z.boolean(),
    roles: z.array(ContactFlag).meta({
      description: 'Roles that only one can have, and those without which something would reach nobody',
    }),
    stranded: z.array(z.strictObject({ event: z.enum(routingEvents), brandId: BrandId.nullable() })).meta({
      description: 'What would reach nobody without this contact, and reaches somebody with it',
    }),
    deputyOf: z.array(z.strictObject({ name: z.string(), until: z.iso.date() })).meta({
      description: 'Whose deputy the contact is, now or later',
    }),
    heirs: z.array(z.strictObject({ id: ContactId, name: z.string() })).meta({
      description: 'Who is at the client and can take over',
    }),
    partial,
  })
  .meta({ id: 'Leaving' });
export type Leaving = z.infer<typeof Leaving>;
