import * as z from 'zod';
import { denied, S3Refusal } from './refusal.ts';

const condition = z.union([
  z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
  z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
  z.record(z.string(), z.string()),
]);
const policySchema = z.object({ expiration: z.iso.datetime(), conditions: z.array(condition) });
type Condition = z.infer<typeof condition>;

/** Fields of the form that no condition needs to name. */
const unbound = new Set(['policy', 'x-amz-signature', 'file']);

/** A condition on one field: its name, and whether a value meets it. */
function ruleOf(given: Condition): [name: string, holds: (value: string) => boolean][] {
  if (!Array.isArray(given))
    return Object.entries(given).map(([name, wanted]) => [name.toLowerCase(), (value) => value === wanted]);
  if (given[0] === 'content-length-range') return [];
  const [kind, name, wanted] = given;
  return [
    [name.slice(1).toLowerCase(), (value) => (kind === 'eq' ? value === wanted : value.startsWith(wanted))],
  ];
}

/** Fields of a form by their names in lower case, the bucket of the address among them. */
export type Fields = ReadonlyMap<string, string>;

/**
 * Holds an upload against the policy that was signed for it, as S3 does: every condition is met, and every
 * field is named by one. S3 says 400 to a file of the wrong size; here it is 403 like all the others.
 * @throws {S3Refusal}
 */
export function enforce(policyText: string, fields: Fields, size: number): void {
  let policy: z.infer<typeof policySchema>;
  try {
    policy = policySchema.parse(JSON.parse(Buffer.from(policyText, 'base64').toString('utf8')));
  } catch {
    throw new S3Refusal(400, 'InvalidPolicyDocument', 'The policy cannot be read.');
  }
  if (Date.parse(policy.expiration) < Date.now())
    throw denied('Invalid according to Policy: Policy expired.');
  const rules = policy.conditions.flatMap(ruleOf);
  for (const [name, holds] of rules)
    if (!holds(fields.get(name) ?? ''))
      throw denied(`Invalid according to Policy: Policy Condition failed: ${name}`);
  const named = new Set(rules.map(([name]) => name));
  for (const name of fields.keys())
    if (!named.has(name) && !unbound.has(name) && !name.startsWith('x-ignore-'))
      throw denied(`Invalid according to Policy: Extra input fields: ${name}`);
  for (const given of policy.conditions) {
    if (!Array.isArray(given) || given[0] !== 'content-length-range') continue;
    const [, least, most] = given;
    if (size > most) throw new S3Refusal(403, 'EntityTooLarge', 'The file is larger than the policy allows.');
    if (size < least)
      throw new S3Refusal(403, 'EntityTooSmall', 'The file is smaller than the policy allows.');
  }
}
