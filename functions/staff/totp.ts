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
    get: async ({ totp }) => {
      const { enabled } = await totp.account();
      return { enabled };
    },
    begin: async ({ totp }) => {
      const [{ email }, secret] = await Promise.all([totp.account(), totp.begin()]);
      // The label is what the app lists: the address, which people know, and not their id.
      const label = `${ISSUER}:${encodeURIComponent(email)}`;
      return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=${ISSUER}` };
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
