import { portalFront } from '#contracts/routes/portal.ts';
import * as Portal from '#domain/portal.ts';
import { anyone } from '../audiences/public.ts';
import { define } from '../runtime/define.ts';
import { portalDirectoryRead, portalFrontRead } from '../tools/portal-table.ts';

export const handler = define({
  routes: portalFront,
  audience: anyone,
  tools: { 'directory.read': portalDirectoryRead, 'table.read': portalFrontRead },
  handlers: {
    bootstrap: (context) => Portal.bootstrap(context, context.host),
  },
});
