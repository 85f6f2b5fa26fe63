import { clients } from '#contracts/routes/clients.ts';
import * as Clients from '#domain/clients.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableRead, tableWrite } from '../tools/table.ts';

export const handler = define({
  routes: clients,
  audience: staff,
  tools: { 'table.read': tableRead, 'table.write': tableWrite },
  handlers: {
    list: (context) => Clients.list(context, context.query, context.page),
    create: (context) => Clients.create(context, context.body),
    get: (context) => Clients.get(context, context.params.clientId),
  },
});
