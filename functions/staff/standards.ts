import { standards } from '#contracts/routes/standards.ts';
import { listRepository } from '#data/repositories/lists.ts';
import { standardRepository } from '#data/repositories/standards.ts';
import * as Standards from '#domain/standards.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: standards,
  audience: staff,
  tools: { ...tableOf({ standards: standardRepository, lists: listRepository }) },
  handlers: {
    list: (context) => Standards.list(context),
    create: (context) => Standards.create(context, context.body),
    update: ({ params, body, expected, ...context }) =>
      Standards.update(context, params.standardKey, body, expected),
    remove: async ({ params, expected, ...context }) => {
      await Standards.remove(context, params.standardKey, expected);
      return undefined;
    },
  },
});
