import { merges } from '#contracts/routes/merges.ts';
import { codeRepository } from '#data/repositories/client-codes.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { customFieldRepository } from '#data/repositories/custom-fields.ts';
import { familyRepository } from '#data/repositories/family.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { mergeRepository } from '#data/repositories/merges.ts';
import { undo } from '#domain/merge-undo.ts';
import * as Merges from '#domain/merges.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { jobsSend } from '../tools/jobs.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: merges,
  audience: staff,
  tools: {
    ...tableOf({
      clients: clientRepository,
      codes: codeRepository,
      customFields: customFieldRepository,
      family: familyRepository,
      members: memberRepository,
      merges: mergeRepository,
    }),
    'jobs.send': jobsSend,
  },
  handlers: {
    preview: ({ params, query, ...context }) => Merges.preview(context, params.clientId, query.loserId),
    list: (context) => Merges.list(context, context.params.clientId, context.page),
    create: (context) => Merges.create(context, context.params.clientId, context.body),
    get: ({ params, ...context }) => Merges.get(context, params.clientId, params.mergeId),
    resume: ({ params, ...context }) => Merges.resume(context, params.clientId, params.mergeId),
    undo: ({ params, expected, ...context }) => undo(context, params.clientId, params.mergeId, expected),
  },
});
