import { clientBeginnings } from '#contracts/routes/clients.ts';
import { codeRepository } from '#data/repositories/client-codes.ts';
import { listRepository } from '#data/repositories/lists.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { newClientRepository } from '#data/repositories/new-clients.ts';
import * as NewClients from '#domain/new-clients.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: clientBeginnings,
  audience: staff,
  tools: tableOf({
    newClients: newClientRepository,
    codes: codeRepository,
    lists: listRepository,
    members: memberRepository,
  }),
  handlers: { create: (context) => NewClients.create(context, context.body) },
});
