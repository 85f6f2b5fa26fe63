import { family } from '#contracts/routes/family.ts';
import * as Family from '#domain/family.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableRead, tableWrite } from '../tools/table.ts';

export const handler = define({
  routes: family,
  audience: staff,
  tools: { 'table.read': tableRead, 'table.write': tableWrite },
  handlers: {
    get: (context) => Family.get(context, context.params.clientId),
    setParent: ({ params, body, expected, ...context }) =>
      Family.setParent(context, params.clientId, body, expected),
  },
});
