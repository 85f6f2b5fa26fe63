import { billingProfiles } from '#contracts/routes/billing-profiles.ts';
import { billingProfileRepository } from '#data/repositories/billing-profiles.ts';
import { clientSettingsRepository } from '#data/repositories/client-settings.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as BillingProfiles from '#domain/billing-profiles.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: billingProfiles,
  audience: staff,
  tools: {
    ...tableOf({
      billingProfiles: billingProfileRepository,
      clients: clientRepository,
      clientSettings: clientSettingsRepository,
      workspaces: workspaceRepository,
    }),
  },
  handlers: {
    list: (context) => BillingProfiles.list(context, context.params.clientId, context.page),
    create: (context) => BillingProfiles.create(context, context.params.clientId, context.body),
    get: ({ params, ...context }) => BillingProfiles.get(context, params.clientId, params.profileId),
    update: ({ params, body, expected, ...context }) =>
      BillingProfiles.update(context, params.clientId, params.profileId, body, expected),
    remove: async ({ params, query, expected, ...context }) => {
      const { clientId, profileId } = params;
      await BillingProfiles.remove(context, clientId, profileId, expected, query.successor);
      return undefined;
    },
  },
});
