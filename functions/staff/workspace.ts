import { workspaceSettings } from '#contracts/routes/workspace.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as Workspaces from '#domain/workspaces.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { slugChange } from '../tools/directory-change.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: workspaceSettings,
  audience: staff,
  tools: { ...tableOf({ workspaces: workspaceRepository }), 'directory.change': slugChange },
  handlers: {
    get: (context) => Workspaces.settings(context),
    update: (context) => Workspaces.updateSettings(context, context.body, context.expected),
  },
});
