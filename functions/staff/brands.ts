import { brands } from '#contracts/routes/brands.ts';
import { brandRepository } from '#data/repositories/brands.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import * as Brands from '#domain/brands.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: brands,
  audience: staff,
  tools: { ...tableOf({ brands: brandRepository, clients: clientRepository }) },
  handlers: {
    list: (context) => Brands.list(context, context.params.clientId, context.page),
    create: (context) => Brands.create(context, context.params.clientId, context.body),
    get: ({ params, ...context }) => Brands.get(context, params.clientId, params.brandId),
    update: ({ params, body, expected, ...context }) =>
      Brands.update(context, params.clientId, params.brandId, body, expected),
    remove: async ({ params, expected, ...context }) => {
      await Brands.remove(context, params.clientId, params.brandId, expected);
      return undefined;
    },
  },
});
