import { routing } from '#contracts/routes/routing.ts';
import { brandRepository } from '#data/repositories/brands.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { contactRepository } from '#data/repositories/contacts.ts';
import { routingRepository } from '#data/repositories/routing.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as Routing from '#domain/routing.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: routing,
  audience: staff,
  tools: tableOf({
    brands: brandRepository,
    clients: clientRepository,
    contacts: contactRepository,
    routing: routingRepository,
    workspaces: workspaceRepository,
  }),
  handlers: {
    get: (context) => Routing.get(context, context.params.clientId, context.query.on),
    leaving: ({ params, ...context }) => Routing.leaving(context, params.clientId, params.contactId),
    update: ({ params, body, expected, ...context }) =>
      Routing.update(context, params.clientId, body, expected),
  },
});
