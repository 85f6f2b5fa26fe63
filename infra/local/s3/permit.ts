import { type Blueprint, runtimesOf } from '../blueprint.ts';
import { functionsByKey, refusalOf, refusedDemand } from '../iam.ts';
import { adminAccessKey, buckets } from '../names.ts';
import { denied, S3Refusal } from './refusal.ts';

/** Where a consumer's dead letters are: Lambda puts them there with the rights of the consumer. */
export const deadLetterPrefix = 'aws/lambda/';

/**
 * The local IAM of S3: what a function's grants hold, and for consumers what `infra/aws/dead-letters.ts` gives.
 * @returns a check that throws an S3Refusal
 */
export function permits(blueprint: Blueprint, report: (line: string) => void) {
  const byKey = functionsByKey(Object.keys(runtimesOf(blueprint)));
  return (accessKey: string, action: string, bucket: string, key: string): void => {
    if (accessKey === adminAccessKey) return;
    const name = byKey.get(accessKey);
    if (!name) throw new S3Refusal(403, 'InvalidAccessKeyId', 'The access key is not known.');
    const buries =
      Object.hasOwn(blueprint.consumers, name) &&
      action === 's3:PutObject' &&
      bucket === buckets.deadLetters &&
      key.startsWith(deadLetterPrefix);
    const demand = { action, resource: bucket, index: null, key };
    if (buries || !refusedDemand(blueprint.grantsOf(name), [demand])) return;
    const sentence = refusalOf(name, demand);
    report(sentence);
    throw denied(sentence);
  };
}
