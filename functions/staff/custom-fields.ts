import { customFields } from '#contracts/routes/custom-fields.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { customFieldRepository } from '#data/repositories/custom-fields.ts';
import { customValueRepository } from '#data/repositories/custom-values.ts';
import { memberRepository } from '#data/repositories/members.ts';
import * as CustomFields from '#domain/custom-fields.ts';
import * as CustomValues from '#domain/custom-values.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { jobsSend } from '../tools/jobs.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: customFields,
  audience: staff,
  tools: {
    ...tableOf({
      clients: clientRepository,
      members: memberRepository,
      customFields: customFieldRepository,
      customValues: customValueRepository,
    }),
    'jobs.send': jobsSend,
  },
  handlers: {
    list: (context) => CustomFields.list(context),
    update: ({ body, expected, ...context }) => CustomFields.update(context, body, expected),
    get: (context) => CustomValues.get(context, context.params.clientId),
    change: ({ params, body, expected, ...context }) =>
      CustomValues.change(context, params.clientId, body, expected),
  },
});
