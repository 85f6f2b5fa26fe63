import { system } from '#contracts/routes/system.ts';
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
    // It grows with every route, and most cold starts are asked for something else.
    openapi: async () => (await import('../../docs/openapi.json', { with: { type: 'json' } })).default,
  },
});
