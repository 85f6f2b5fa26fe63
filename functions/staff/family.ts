import { family } from '#contracts/routes/family.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { familyRepository } from '#data/repositories/family.ts';
import * as Family from '#domain/family.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: family,
  audience: staff,
  tools: { ...tableOf({ clients: clientRepository, family: familyRepository }) },
  handlers: {
    get: (context) => Family.get(context, context.params.clientId),
    setParent: ({ params, body, expected, ...context }) =>
      Family.setParent(context, params.clientId, body, expected),
  },
});
