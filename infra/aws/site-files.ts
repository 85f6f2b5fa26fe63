import { Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge, idIn } from './acknowledge.ts';

/** Source maps and the build's own notes stay at home. */
const PRIVATE = ['**/*.map', '**/.*', '**/.*/**'];

/**
 * Puts a built app into its bucket and tells the edge. Files of earlier builds stay, so that an app that is
 * open during a deployment still finds its parts. CDK's own helper does the copying; it would take wide rights
 * on both buckets and gets a role with the few it uses.
 */
export function publishSite(
  scope: Construct,
  id: string,
  folder: string,
  files: Bucket,
  distribution: Distribution,
): void {
  const part = new Construct(scope, id);
  const logGroup = new LogGroup(part, 'Logs', { retention: RetentionDays.ONE_MONTH });
  const archive = new Asset(part, 'Archive', { path: folder, exclude: PRIVATE });
  const role = new Role(part, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      publish: new PolicyDocument({
        statements: [
          allow(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn),
          allow(['s3:GetObject'], archive.bucket.arnForObjects(archive.s3ObjectKey)),
          allow(['s3:ListBucket'], files.bucketArn),
          allow(['s3:PutObject'], files.arnForObjects('*')),
          allow(
            ['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'],
            distribution.distributionArn,
          ),
        ],
      }),
    },
  });
  acknowledge(role, {
    [`AwsSolutions-IAM5[Resource::${idIn(files)}/*]`]:
      'The objects are the files of the app, under any name.',
  });
  const deployment = new BucketDeployment(part, 'Files', {
    sources: [Source.bucket(archive.bucket, archive.s3ObjectKey)],
    destinationBucket: files,
    distribution,
    distributionPaths: ['/*'],
    prune: false,
    logGroup,
    role: role.withoutPolicyUpdates(),
  });
  // The helper is one function for the whole stack, so it hangs there and not under its deployment.
  for (const child of Stack.of(deployment).node.children)
    if (child.node.id.startsWith('Custom::CDKBucketDeployment'))
      acknowledge(child, {
        'AwsSolutions-L1': 'The runtime of the copying helper is CDK’s choice and moves with its version.',
      });
}

const allow = (actions: string[], resource: string): PolicyStatement =>
  new PolicyStatement({ actions, resources: [resource] });
