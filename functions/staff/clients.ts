import { clientRecords } from '#contracts/routes/clients.ts';
import { codeRepository } from '#data/repositories/client-codes.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { listRepository } from '#data/repositories/lists.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { trashRepository } from '#data/repositories/trash.ts';
import * as Clients from '#domain/clients.ts';
import * as Trash from '#domain/trash.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { jobsSend } from '../tools/jobs.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: clientRecords,
  audience: staff,
  tools: {
    ...tableOf({
      clients: clientRepository,
      codes: codeRepository,
      lists: listRepository,
      members: memberRepository,
      trash: trashRepository,
    }),
    'jobs.send': jobsSend,
  },
  handlers: {
    get: (context) => Clients.read(context, context.params.clientId),
    update: (context) => Clients.update(context, context.params.clientId, context.body, context.expected),
    setStatus: (context) =>
      Clients.setStatus(context, context.params.clientId, context.body, context.expected),
    remove: async (context) => {
      await Clients.remove(context, context.params.clientId, context.expected);
      return undefined;
    },
    restore: (context) => Clients.restore(context, context.params.clientId, context.expected),
    destroy: async (context) => {
      await Trash.destroy(context, context.params.clientId, context.expected);
      return undefined;
    },
  },
});
