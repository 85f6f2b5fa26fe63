import { staffMe } from '#contracts/routes/staff-me.ts';
import * as Me from '#domain/me.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { directoryRead } from '../tools/directory.ts';
import { ownAccesses } from '../tools/table.ts';

export const handler = define({
  routes: staffMe,
  audience: staff,
  tools: { 'table.read': ownAccesses, 'directory.read': directoryRead },
  handlers: {
    get: (context) => Me.get(context),
  },
});
