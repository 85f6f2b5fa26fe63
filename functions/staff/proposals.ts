import { proposals } from '#contracts/routes/proposals.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { proposalRepository } from '#data/repositories/proposals.ts';
import { requirementRepository } from '#data/repositories/requirements.ts';
import { standardRepository } from '#data/repositories/standards.ts';
import * as Proposals from '#domain/proposals.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: proposals,
  audience: staff,
  tools: tableOf({
    clients: clientRepository,
    proposals: proposalRepository,
    requirements: requirementRepository,
    standards: standardRepository,
  }),
  handlers: {
    list: (context) => Proposals.list(context, context.params.clientId),
    answer: ({ params, body, expected, ...context }) => Proposals.answer(context, params, body, expected),
  },
});
