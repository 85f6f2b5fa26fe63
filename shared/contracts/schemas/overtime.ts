import * as z from 'zod';

/** What overtime costs where a rate does not say: nothing may be billed, a multiple, or the regular rate. */
export const OvertimePolicy = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('block') }),
    z.strictObject({
      kind: z.literal('multiplier'),
      hundredths: z.number().int().min(100).max(300).meta({ description: '150 is one and a half' }),
    }),
    z.strictObject({ kind: z.literal('regular') }),
  ])
  .meta({ id: 'OvertimePolicy' });
export type OvertimePolicy = z.infer<typeof OvertimePolicy>;
