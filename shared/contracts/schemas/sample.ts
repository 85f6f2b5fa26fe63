import * as z from 'zod';
import { ClientId } from '../ids.ts';

/** Whether the sample data is there, and which client it hangs on. */
export const Sample = z
  .strictObject({ loaded: z.boolean(), clientId: ClientId.nullable() })
  .meta({ id: 'Sample' });
export type Sample = z.infer<typeof Sample>;
