import * as z from 'zod';
import { route } from '../route.ts';

export const system = {
  health: route('GET /api/health', {
    summary: 'Ready when the parts behind the API answer',
    audience: 'public',
    permission: 'anyone',
    needs: ['table.read'],
    response: z.strictObject({ status: z.literal('ok') }).meta({ id: 'Health' }),
    status: 200,
    errors: ['dependency_down'],
    budget: { calls: 1, rcu: 1, wcu: 0 },
  }),
  openapi: route('GET /api/openapi.json', {
    summary: 'This interface as an OpenAPI 3.1 document',
    audience: 'public',
    permission: 'anyone',
    needs: [],
    response: z.looseObject({ openapi: z.string() }),
    status: 200,
    budget: { calls: 0, rcu: 0, wcu: 0 },
  }),
} as const;
