import { workspaceSettings } from '#contracts/routes/workspace.ts';
import * as Workspaces from '#domain/workspaces.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { slugChange } from '../tools/directory-change.ts';
import { tableRead, tableWrite } from '../tools/table.ts';

export const handler = define({
  routes: workspaceSettings,
  audience: staff,
  tools: { 'table.read': tableRead, 'table.write': tableWrite, 'directory.change': slugChange },
  handlers: {
    get: (context) => Workspaces.settings(context),
    update: (context) => Workspaces.updateSettings(context, context.body, context.expected),
  },
});
