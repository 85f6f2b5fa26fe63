import { clientSettings } from '#contracts/routes/client-settings.ts';
import { clientSettingsRepository } from '#data/repositories/client-settings.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as ClientSettings from '#domain/client-settings.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: clientSettings,
  audience: staff,
  tools: {
    ...tableOf({
      clientSettings: clientSettingsRepository,
      clients: clientRepository,
      workspaces: workspaceRepository,
    }),
  },
  handlers: {
    get: (context) => ClientSettings.get(context, context.params.clientId),
    update: ({ params, body, expected, ...context }) =>
      ClientSettings.update(context, params.clientId, body, expected),
    defaults: (context) => ClientSettings.defaults(context),
    updateDefaults: (context) => ClientSettings.updateDefaults(context, context.body, context.expected),
  },
});
