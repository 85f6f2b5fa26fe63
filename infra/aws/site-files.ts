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
 * Puts built apps into their buckets and tells the edge. Files of earlier builds stay, so that an app that is
 * open during a deployment still finds its parts. CDK's own helper does the copying. It is one function for the
 * whole stack, so one role serves all sites; the helper would take wide rights on every bucket and gets the few
 * it uses.
 */
export class Publisher extends Construct {
  private readonly logGroup: LogGroup;
  private readonly rights = new PolicyDocument();
  private readonly role: Role;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.logGroup = new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_MONTH });
    this.rights.addStatements(
      allow(['logs:CreateLogStream', 'logs:PutLogEvents'], this.logGroup.logGroupArn),
    );
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { publish: this.rights },
    });
  }

  /** @param prefix the folder in the bucket, its root unless told */
  publish(id: string, folder: string, files: Bucket, distribution: Distribution, prefix?: string): void {
    const part = new Construct(this, id);
    const archive = new Asset(part, 'Archive', { path: folder, exclude: PRIVATE });
    this.rights.addStatements(
      allow(['s3:GetObject'], archive.bucket.arnForObjects(archive.s3ObjectKey)),
      allow(['s3:ListBucket'], files.bucketArn),
      allow(['s3:PutObject'], files.arnForObjects('*')),
      allow(['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'], distribution.distributionArn),
    );
    acknowledge(this.role, {
      [`AwsSolutions-IAM5[Resource::${idIn(files)}/*]`]:
        'The objects are the files of the app, under any name.',
    });
    new BucketDeployment(part, 'Files', {
      sources: [Source.bucket(archive.bucket, archive.s3ObjectKey)],
      destinationBucket: files,
      destinationKeyPrefix: prefix,
      distribution,
      distributionPaths: ['/*'],
      prune: false,
      logGroup: this.logGroup,
      role: this.role.withoutPolicyUpdates(),
    });
    // The helper hangs at the stack and not under its deployments.
    for (const child of Stack.of(this).node.children)
      if (child.node.id.startsWith('Custom::CDKBucketDeployment'))
        acknowledge(child, {
          'AwsSolutions-L1': 'The runtime of the copying helper is CDK’s choice and moves with its version.',
        });
  }
}

const allow = (actions: string[], resource: string): PolicyStatement =>
  new PolicyStatement({ actions, resources: [resource] });
