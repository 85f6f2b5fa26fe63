import * as z from 'zod';
import { customFieldTypes } from '../custom-field-types.ts';
import { ClientId, UserId, WorkspaceId } from '../ids.ts';
import { portalSections } from '../permissions.ts';
import { ClientStatus } from './client.ts';
import { CustomMoney } from './custom-field.ts';
import { Email } from './text.ts';

export const PortalCodeRequest = z.strictObject({ email: Email }).meta({ id: 'PortalCodeRequest' });

export const PortalSignIn = z
  .strictObject({
    email: Email,
    code: z
      .string()
      .trim()
      .regex(/^\d{6,8}$/, 'must be the code from the mail'),
  })
  .meta({ id: 'PortalSignIn' });

/** What a portal shows before anybody signs in, found by its host name. */
export const PortalBootstrap = z
  .strictObject({
    workspaceId: WorkspaceId,
    name: z.string().meta({ description: 'Name of the firm whose portal this is' }),
    locale: z.string(),
    color: z.string().meta({ description: 'Brand colour as #rrggbb' }),
  })
  .meta({ id: 'PortalBootstrap' });
export type PortalBootstrap = z.infer<typeof PortalBootstrap>;

/** Who is signed in to this portal, and for which companies; other portals are not spoken of. */
export const PortalMe = z
  .strictObject({
    user: z.strictObject({ id: UserId, email: z.string(), name: z.string() }),
    clients: z.array(
      z.strictObject({
        workspaceId: WorkspaceId,
        clientId: ClientId,
        name: z.string(),
        sections: z.array(z.enum(portalSections)),
      }),
    ),
  })
  .meta({ id: 'PortalMe' });
export type PortalMe = z.infer<typeof PortalMe>;

/** The company as its own people see it: the allow-list of a client record. */
export const PortalCompany = z
  .strictObject({
    name: z.string(),
    legalName: z.string().nullable(),
    website: z.string().nullable(),
    status: ClientStatus,
    accountManager: z.strictObject({ name: z.string(), email: z.string() }),
  })
  .meta({ id: 'PortalCompany' });
export type PortalCompany = z.infer<typeof PortalCompany>;

/** A field of the firm's own with the company's value, in words where there are words for it. */
export const PortalField = z
  .strictObject({
    key: z.string(),
    label: z.string(),
    type: z.enum(customFieldTypes),
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), CustomMoney]),
  })
  .meta({ id: 'PortalField' });
export type PortalField = z.infer<typeof PortalField>;

/** The company with what else the firm shows of it. */
export const PortalCompanyPage = PortalCompany.extend({ fields: z.array(PortalField) }).meta({
  id: 'PortalCompanyPage',
});
export type PortalCompanyPage = z.infer<typeof PortalCompanyPage>;
