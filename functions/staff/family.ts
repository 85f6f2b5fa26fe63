import { family } from '#contracts/routes/family.ts';
import { codeRepository } from '#data/repositories/client-codes.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { familyRepository } from '#data/repositories/family.ts';
import { listRepository } from '#data/repositories/lists.ts';
import { memberRepository } from '#data/repositories/members.ts';
import * as Family from '#domain/family.ts';
import * as FamilyTree from '#domain/family-tree.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: family,
  audience: staff,
  tools: {
    ...tableOf({
      clients: clientRepository,
      codes: codeRepository,
      family: familyRepository,
      lists: listRepository,
      members: memberRepository,
    }),
  },
  handlers: {
    get: (context) => FamilyTree.get(context, context.params.clientId),
    addBelow: (context) => Family.addBelow(context, context.params.clientId, context.body),
    setParent: ({ params, body, expected, ...context }) =>
      Family.setParent(context, params.clientId, body, expected),
  },
});
