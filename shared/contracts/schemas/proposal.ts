import * as z from 'zod';
import { ActorStamp } from '../actor.ts';
import { ruleFields } from '../compliance.ts';
import { StandardKey } from './standard.ts';
import { Instant, line } from './text.ts';

/** Sets a proposal aside with a reason; null proposes the standard again. */
export const ProposalAnswer = z
  .strictObject({ dismissal: z.strictObject({ reason: line(500) }).nullable() })
  .meta({ id: 'ProposalAnswer' });
export type ProposalAnswer = z.output<typeof ProposalAnswer>;

/** What of the client made the rule fit: each kind that the rule names, with what of it the client has. */
const Ground = z.strictObject({ field: z.enum(ruleFields), values: z.array(z.string()).min(1) });
export type Ground = z.infer<typeof Ground>;

/**
 * A standard whose rule fits a client that does not have it. Set aside, it stays so until the rule or what of
 * the client made it fit is another.
 */
export const Proposal = z
  .strictObject({
    standardKey: StandardKey,
    version: z.number().int().nonnegative().meta({ description: 'Zero while nobody has answered it' }),
    standardName: z.string(),
    grounds: z.array(Ground).min(1),
    dismissal: z
      .strictObject({ reason: z.string(), dismissedAt: Instant, dismissedBy: ActorStamp })
      .nullable(),
  })
  .meta({ id: 'Proposal' });
export type Proposal = z.infer<typeof Proposal>;

/** The proposals of a client by key of the standard, those that were set aside included. */
export const Proposals = z.strictObject({ data: z.array(Proposal) }).meta({ id: 'Proposals' });
export type Proposals = z.infer<typeof Proposals>;
