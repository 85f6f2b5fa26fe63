import { staffTotp } from '#contracts/routes/staff-totp.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { identitySelf } from '../tools/identity.ts';

const ISSUER = 'Foyer';

export const handler = define({
  routes: staffTotp,
  audience: staff,
  tools: { 'identity.self': identitySelf },
  handlers: {
    begin: async ({ totp, actor }) => {
      const secret = await totp.begin();
      return { secret, uri: `otpauth://totp/${ISSUER}:${actor.userId}?secret=${secret}&issuer=${ISSUER}` };
    },
    verify: async ({ totp, body }) => {
      await totp.verify(body.code);
      return undefined;
    },
    remove: async ({ totp }) => {
      await totp.remove();
      return undefined;
    },
  },
});
