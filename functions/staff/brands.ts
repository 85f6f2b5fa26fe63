import { brands } from '#contracts/routes/brands.ts';
import { brandRepository } from '#data/repositories/brands.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { contactRepository } from '#data/repositories/contacts.ts';
import { routingRepository } from '#data/repositories/routing.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as BrandRemoval from '#domain/brand-removal.ts';
import * as Brands from '#domain/brands.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: brands,
  audience: staff,
  tools: tableOf({
    brands: brandRepository,
    clients: clientRepository,
    contacts: contactRepository,
    routing: routingRepository,
    workspaces: workspaceRepository,
  }),
  handlers: {
    list: (context) => Brands.list(context, context.params.clientId, context.page),
    create: (context) => Brands.create(context, context.params.clientId, context.body),
    get: ({ params, ...context }) => Brands.get(context, params.clientId, params.brandId),
    update: ({ params, body, expected, ...context }) =>
      Brands.update(context, params.clientId, params.brandId, body, expected),
    uses: ({ params, ...context }) => BrandRemoval.uses(context, params.clientId, params.brandId),
    remove: async ({ params, query, expected, ...context }) => {
      await BrandRemoval.remove(context, params.clientId, params.brandId, { expected, ...query });
      return undefined;
    },
  },
});
