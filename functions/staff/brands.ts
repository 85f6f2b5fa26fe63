import { brands } from '#contracts/routes/brands.ts';
import * as Brands from '#domain/brands.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableRead, tableWrite } from '../tools/table.ts';

export const handler = define({
  routes: brands,
  audience: staff,
  tools: { 'table.read': tableRead, 'table.write': tableWrite },
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
