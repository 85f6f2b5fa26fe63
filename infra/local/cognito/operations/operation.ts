import * as z from 'zod';
import { invalid } from '../errors.ts';
import type { Context } from '../pool.ts';

/** One operation of the service: who may call it, and what it does with a decoded request body. */
export interface Operation {
  /** Whether the request must be signed with AWS credentials. */
  signed: boolean;
  /** Answers the response body. Throws CognitoError, InvalidParameterException for an input of another shape. */
  run(context: Context, input: unknown): Promise<object>;
}

/** Joins a schema and a handler. Parameters not in the schema are refused, never silently ignored. */
export function operation<Shape extends z.ZodType>(
  schema: Shape,
  run: (context: Context, input: z.output<Shape>) => object | Promise<object>,
  signed = false,
): Operation {
  return {
    signed,
    async run(context, input) {
      const parsed = schema.safeParse(input);
      if (parsed.success) return run(context, parsed.data);
      const { issues } = parsed.error;
      const list = issues.map(({ path, message }) => `Value at '${path.join('.')}' failed: ${message}`);
      throw invalid(`${issues.length} validation error(s) detected: ${list.join('; ')}`);
    },
  };
}

/** An operation for the administrator: signed with AWS credentials. */
export const adminOperation = <Shape extends z.ZodType>(
  schema: Shape,
  run: (context: Context, input: z.output<Shape>) => object | Promise<object>,
): Operation => operation(schema, run, true);

export const username = z.string().min(1).max(128);
export const password = z.string().max(256);
export const sessionString = z.string().min(20).max(2048);
export const code = z.string().min(1).max(2048);
export const token = z.string().min(1).max(16_384);

/** Parameters for Lambda triggers and risk scoring: accepted and without effect, as in a pool without either. */
export const ignored = {
  ClientMetadata: z.record(z.string(), z.string()).optional(),
  ContextData: z.unknown().optional(),
  UserContextData: z.unknown().optional(),
  AnalyticsMetadata: z.unknown().optional(),
};

/** What names a user to the administrator's operations. */
export const target = { UserPoolId: z.string().min(1), Username: username };
