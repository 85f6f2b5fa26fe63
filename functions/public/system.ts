import { system } from '#contracts/routes/system.ts';
import document from '../../docs/openapi.json' with { type: 'json' };
import { anyone } from '../audiences/public.ts';
import { define } from '../runtime/define.ts';
import { tablePing } from '../tools/table.ts';

export const handler = define({
  routes: system,
  audience: anyone,
  tools: { 'table.read': tablePing },
  handlers: {
    health: async ({ ping }) => {
      await ping();
      return { status: 'ok' as const };
    },
    openapi: async () => document,
  },
});
