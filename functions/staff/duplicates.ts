import { duplicates } from '#contracts/routes/duplicates.ts';
import { duplicateRepository } from '#data/repositories/client-traits.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import * as Duplicates from '#domain/duplicates.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: duplicates,
  audience: staff,
  tools: tableOf({ clients: clientRepository, duplicates: duplicateRepository }),
  handlers: { find: (context) => Duplicates.find(context, context.body) },
});
