import { portal } from '#contracts/routes/portal.ts';
import * as Portal from '#domain/portal.ts';
import { portalUser } from '../audiences/portal.ts';
import { define } from '../runtime/define.ts';
import { portalDirectoryRead, portalTableRead } from '../tools/portal-table.ts';

export const handler = define({
  routes: portal,
  audience: portalUser,
  tools: { 'directory.read': portalDirectoryRead, 'table.read': portalTableRead },
  handlers: {
    me: (context) => Portal.me(context, context.host),
    company: (context) => Portal.company(context),
  },
});
