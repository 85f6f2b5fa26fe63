import { staffSignUp } from '#contracts/routes/staff-sign-up.ts';
import * as Workspaces from '#domain/workspaces.ts';
import { anyone } from '../audiences/public.ts';
import { define } from '../runtime/define.ts';
import { directoryOfSlugs, newWorkspaces } from '../tools/founding.ts';
import { identityPeople } from '../tools/identity.ts';

export const handler = define({
  routes: staffSignUp,
  audience: anyone,
  tools: {
    'identity.people': identityPeople,
    'directory.read': directoryOfSlugs,
    'directory.write': () => ({}),
    'table.write': newWorkspaces,
  },
  handlers: {
    create: async (context) => {
      await Workspaces.signUp(context, context.body);
      return { sent: true as const };
    },
  },
});
