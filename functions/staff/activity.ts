import { activity } from '#contracts/routes/activity.ts';
import * as Activity from '#domain/activity.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableRead } from '../tools/table.ts';

export const handler = define({
  routes: activity,
  audience: staff,
  tools: { 'table.read': tableRead },
  handlers: {
    ofClient: (context) => Activity.ofClient(context, context.params.clientId, context.query, context.page),
  },
});
