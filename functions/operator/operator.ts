import { operator } from '#contracts/routes/operator.ts';
import * as Operator from '#domain/operator.ts';
import { operators } from '../audiences/operator.ts';
import { define } from '../runtime/define.ts';
import { granted, operatorDirectory } from '../tools/directory-change.ts';

export const handler = define({
  routes: operator,
  audience: operators,
  tools: {
    'directory.read': operatorDirectory,
    'directory.change': granted,
    'table.read': operatorDirectory,
    'table.write': granted,
  },
  handlers: {
    workspaces: (context) => Operator.workspaces(context, context.page),
    setStatus: (context) =>
      Operator.setStatus(context, context.params.workspaceId, context.body.status, context.expected),
    putOffer: (context) =>
      Operator.putOffer(context, context.params.kind, context.params.key, context.body, context.expected),
    spread: (context) => Operator.spread(context, context.params.kind, context.params.key, context.page),
    apply: (context) => {
      const { workspaceId, kind, key } = context.params;
      return Operator.apply(context, workspaceId, kind, key, context.expected);
    },
  },
});
