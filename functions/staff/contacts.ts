import { contacts } from '#contracts/routes/contacts.ts';
import { brandRepository } from '#data/repositories/brands.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { contactRepository } from '#data/repositories/contacts.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as ContactChanges from '#domain/contact-changes.ts';
import * as Contacts from '#domain/contacts.ts';
import * as People from '#domain/people.ts';
import * as RoleChanges from '#domain/role-changes.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: contacts,
  audience: staff,
  tools: tableOf({
    brands: brandRepository,
    clients: clientRepository,
    contacts: contactRepository,
    workspaces: workspaceRepository,
  }),
  handlers: {
    search: ({ query, page, ...context }) => People.search(context, { ...query, limit: page.limit }),
    list: (context) => Contacts.list(context, context.params.clientId, context.page),
    create: (context) => Contacts.create(context, context.params.clientId, context.body),
    get: ({ params, ...context }) => Contacts.get(context, params.clientId, params.contactId),
    roles: ({ params, ...context }) => RoleChanges.history(context, params.clientId, params.contactId),
    update: ({ params, body, expected, ...context }) =>
      ContactChanges.update(context, params.clientId, params.contactId, body, expected),
    remove: async ({ params, query, expected, ...context }) => {
      await ContactChanges.remove(context, params.clientId, params.contactId, expected, query);
      return undefined;
    },
  },
});
