import { clientLists } from '#contracts/routes/clients.ts';
import { codeRepository } from '#data/repositories/client-codes.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import * as ClientCodes from '#domain/client-codes.ts';
import * as ClientLists from '#domain/client-lists.ts';
import * as Clients from '#domain/clients.ts';
import * as Trash from '#domain/trash.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: clientLists,
  audience: staff,
  tools: tableOf({ clients: clientRepository, codes: codeRepository }),
  handlers: {
    list: (context) => ClientLists.list(context, context.query, context.page),
    counts: (context) => Clients.counts(context),
    trash: (context) => Trash.list(context, context.page),
    suggestCode: ({ data, query }) => ClientCodes.suggest(data.codes, query.name),
  },
});
