import { lists } from '#contracts/routes/workspace.ts';
import { listRepository } from '#data/repositories/lists.ts';
import * as Lists from '#domain/lists.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: lists,
  audience: staff,
  tools: { ...tableOf({ lists: listRepository }) },
  handlers: {
    list: (context) => Lists.list(context),
    update: (context) => Lists.update(context, context.params.list, context.body, context.expected),
  },
});
