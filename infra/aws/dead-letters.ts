import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type {
  DlqDestinationConfig,
  IEventSourceDlq,
  IEventSourceMapping,
  IFunction,
} from 'aws-cdk-lib/aws-lambda';
import { Bucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge, idIn } from './acknowledge.ts';
import { closed } from './buckets.ts';

/** Where Lambda puts what it gave up on: `aws/lambda/<mapping>/<shard>/<instant>`. */
const PREFIX = 'aws/lambda/*';

/**
 * Dead letters of stream consumers, with the records in them: a queue would hold only the position in a stream
 * that forgets after a day. The destination that comes with CDK grants wildcards; this one grants what Lambda
 * documents, on this bucket.
 */
export class DeadLetters extends Construct implements IEventSourceDlq {
  private readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      ...closed,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    });
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'Only Lambda writes and only operators read here, both as CloudTrail data events show.',
    });
  }

  bind(_target: IEventSourceMapping, handler: IFunction): DlqDestinationConfig {
    const { bucketArn } = this.bucket;
    handler.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucketArn] }));
    handler.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [`${bucketArn}/${PREFIX}`] }),
    );
    if (handler.role)
      acknowledge(handler.role, {
        [`AwsSolutions-IAM5[Resource::${idIn(this.bucket)}/${PREFIX}]`]:
          'Lambda names the objects itself, under this prefix.',
      });
    return { destination: bucketArn };
  }
}
