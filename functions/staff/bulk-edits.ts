import { bulkEdits } from '#contracts/routes/bulk-edits.ts';
import { bulkEditRepository } from '#data/repositories/bulk-edits.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { memberRepository } from '#data/repositories/members.ts';
import * as BulkEdits from '#domain/bulk-edits.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { jobsSend } from '../tools/jobs.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: bulkEdits,
  audience: staff,
  tools: {
    ...tableOf({ bulkEdits: bulkEditRepository, clients: clientRepository, members: memberRepository }),
    'jobs.send': jobsSend,
  },
  handlers: {
    list: (context) => BulkEdits.list(context, context.page),
    create: (context) => BulkEdits.create(context, context.body),
    get: (context) => BulkEdits.get(context, context.params.bulkEditId),
    start: (context) => BulkEdits.start(context, context.params.bulkEditId, context.expected),
    cancel: (context) => BulkEdits.cancel(context, context.params.bulkEditId),
    undo: (context) => BulkEdits.undo(context, context.params.bulkEditId, context.expected),
    rows: (context) => BulkEdits.rows(context, context.params.bulkEditId, context.query, context.page),
  },
});
