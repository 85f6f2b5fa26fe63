import { views } from '#contracts/routes/views.ts';
import { viewRepository } from '#data/repositories/views.ts';
import * as Views from '#domain/views.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: views,
  audience: staff,
  tools: { ...tableOf({ views: viewRepository }) },
  handlers: {
    list: (context) => Views.list(context),
    create: (context) => Views.create(context, context.body),
    update: (context) => Views.update(context, context.params.viewId, context.body, context.expected),
    remove: async (context) => {
      await Views.remove(context, context.params.viewId, context.expected);
      return undefined;
    },
    setDefault: (context) => Views.setDefault(context, context.body),
  },
});
