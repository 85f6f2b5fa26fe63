import { requirements } from '#contracts/routes/requirements.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { requirementRepository } from '#data/repositories/requirements.ts';
import { standardRepository } from '#data/repositories/standards.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as Due from '#domain/due-requirements.ts';
import * as Moves from '#domain/requirement-moves.ts';
import * as Requirements from '#domain/requirements.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: requirements,
  audience: staff,
  tools: {
    ...tableOf({
      requirements: requirementRepository,
      standards: standardRepository,
      clients: clientRepository,
      members: memberRepository,
      workspaces: workspaceRepository,
    }),
  },
  handlers: {
    due: (context) => Due.due(context, context.query.until, context.page),
    list: (context) => Requirements.list(context, context.params.clientId),
    assign: (context) => Requirements.assign(context, context.params.clientId, context.body),
    get: ({ params, ...context }) => Requirements.get(context, params.clientId, params.requirementId),
    update: ({ params, body, expected, ...context }) =>
      Requirements.update(context, params.clientId, params.requirementId, body, expected),
    remove: async ({ params, expected, ...context }) => {
      await Requirements.remove(context, params.clientId, params.requirementId, expected);
      return undefined;
    },
    move: ({ params, body, expected, ...context }) =>
      Moves.move(context, params.clientId, params.requirementId, body, expected),
    addEvidence: ({ params, body, expected, ...context }) =>
      Moves.addEvidence(context, params.clientId, params.requirementId, body, expected),
    reviewEvidence: ({ params, body, expected, ...context }) =>
      Moves.reviewEvidence(context, params, body, expected),
    waive: ({ params, body, expected, ...context }) =>
      Moves.waive(context, params.clientId, params.requirementId, body, expected),
    unwaive: ({ params, expected, ...context }) =>
      Moves.unwaive(context, params.clientId, params.requirementId, expected),
  },
});
