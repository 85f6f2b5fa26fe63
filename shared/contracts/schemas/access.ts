import * as z from 'zod';
import { gateNames } from '../access.ts';
import { features } from '../features.ts';
import { ClientId, UserId } from '../ids.ts';
import { permissions } from '../permissions.ts';

const Fixer = z.strictObject({ userId: UserId, name: z.string(), email: z.string() });

/** Why somebody can or cannot do something, gate by gate, in the order in which the API asks. */
export const Explanation = z
  .strictObject({
    subject: z.strictObject({ userId: UserId, name: z.string().nullable(), role: z.string().nullable() }),
    action: z.enum(permissions),
    feature: z.enum(features).nullable().meta({ description: 'What the gates of module and plan are about' }),
    record: ClientId.nullable(),
    allowed: z.boolean(),
    gates: z.array(
      z.strictObject({
        gate: z.enum(gateNames),
        verdict: z.enum(['open', 'shut', 'not_needed']),
        detail: z.string(),
      }),
    ),
    /** The first that stays shut; null when all are open. */
    stop: z.enum(gateNames).nullable(),
    /** What opens it, in a sentence, and who may. */
    remedy: z.string().nullable(),
    fixers: z.array(Fixer),
  })
  .meta({ id: 'Explanation' });
export type Explanation = z.infer<typeof Explanation>;
