import { joiningAsMyself } from '#contracts/routes/invitations.ts';
import * as Joining from '#domain/joining.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { directoryRead } from '../tools/directory.ts';
import { granted, joiningDoors } from '../tools/directory-change.ts';

export const handler = define({
  routes: joiningAsMyself,
  audience: staff,
  tools: {
    'directory.read': directoryRead,
    'table.read': joiningDoors,
    'table.write': granted,
    'directory.write': granted,
  },
  handlers: {
    accept: async (context) => {
      await Joining.acceptAsMyself(context, context.body.token);
      return undefined;
    },
  },
});
