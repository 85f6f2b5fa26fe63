import { duplicates } from '#contracts/routes/duplicates.ts';
import { duplicateRepository } from '#data/repositories/client-traits.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { pairRepository } from '#data/repositories/pairs.ts';
import * as Duplicates from '#domain/duplicates.ts';
import * as Pairs from '#domain/pairs.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: duplicates,
  audience: staff,
  tools: tableOf({ clients: clientRepository, duplicates: duplicateRepository, pairs: pairRepository }),
  handlers: {
    find: (context) => Duplicates.find(context, context.body),
    list: (context) => Pairs.list(context, context.query.queue, context.page),
    decide: ({ params, body, expected, ...context }) =>
      Pairs.decide(context, Pairs.twoOf(params.clientId, params.otherId), body.dismissed, expected),
  },
});
