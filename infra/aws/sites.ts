import { join } from 'node:path';
import {
  CfnOutput,
  CrossStackReferences,
  Duration,
  ReferenceStrength,
  RemovalPolicy,
  SecretValue,
  Stack,
  type StackProps,
} from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { ApiStack } from './api.ts';
import { forwardHost, serveApp } from './edge.ts';
import { createFirewall } from './firewall.ts';
import type { Options } from './options.ts';
import { headersPolicy } from './response-headers.ts';
import { originSecretName } from './secrets.ts';
import { publishSite } from './site-files.ts';

interface SitesProps extends StackProps {
  options: Options;
  api: ApiStack;
}

/** How long access logs are of use. */
const LOGS_KEPT = Duration.days(90);

const closed: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
};

/** The staff app at the edge: files from a closed bucket, `/api/*` from the gateway, one firewall before both. */
export class SitesStack extends Stack {
  constructor(scope: Construct, id: string, { options, api, ...props }: SitesProps) {
    super(scope, id, props);
    // Across regions a strong reference takes two helper functions with managed policies; this one takes none.
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);
    const logs = this.createLogBucket();
    const files = new Bucket(this, 'StaffFiles', {
      ...closed,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'staff-files/',
    });
    const origin = S3BucketOrigin.withOriginAccessControl(files);
    const { staffDomain } = options;
    const distribution = new Distribution(this, 'Staff', {
      comment: this.stackName,
      defaultBehavior: this.appBehavior(origin),
      additionalBehaviors: {
        '/assets/*': this.assetsBehavior(origin),
        '/api/*': this.apiBehavior(api, options),
      },
      webAclId: createFirewall(this, 'Firewall').attrArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(staffDomain && {
        domainNames: [staffDomain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', staffDomain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      logBucket: logs,
      logFilePrefix: 'staff/',
    });
    acknowledge(distribution, {
      'AwsSolutions-CFR1': 'People work from any country; where to block some is a decision of the operator.',
    });
    if (!staffDomain)
      acknowledge(distribution, {
        'AwsSolutions-CFR4':
          'Without a domain CloudFront uses its own certificate and fixes the policy; a domain gets TLS 1.2.',
      });
    publishSite(this, 'StaffSite', join(options.distDir, 'web', 'staff'), files, distribution);
    new CfnOutput(this, 'StaffUrl', {
      value: `https://${staffDomain?.name ?? distribution.distributionDomainName}`,
    });
  }

  private createLogBucket(): Bucket {
    return new Bucket(this, 'Logs', {
      ...closed,
      // CloudFront's log delivery needs an ACL; nothing else gets one.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: LOGS_KEPT }],
    });
  }

  /** Pages: any path that is not a file is the app, asked for anew each time. */
  private appBehavior(files: IOrigin): BehaviorOptions {
    return {
      ...this.fileBehavior(files, headersPolicy(this, 'PageHeaders', 'no-cache')),
      functionAssociations: [this.onRequest('ServeApp', serveApp)],
    };
  }

  /** Built files: their names bear the hash of their content, so they never change. */
  private assetsBehavior(files: IOrigin): BehaviorOptions {
    return this.fileBehavior(
      files,
      headersPolicy(this, 'AssetHeaders', 'public, max-age=31536000, immutable'),
    );
  }

  private fileBehavior(origin: IOrigin, responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions {
    return {
      origin,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
    };
  }

  /** The API on the same origin, with the proof that a request came this way. */
  private apiBehavior(api: ApiStack, { stage, originSecrets }: Options): BehaviorOptions {
    const proof = SecretValue.secretsManager(originSecretName(stage, originSecrets[0])).unsafeUnwrap();
    return {
      origin: new HttpOrigin(api.host, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { 'x-foyer-origin': proof },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      functionAssociations: [this.onRequest('ForwardHost', forwardHost)],
    };
  }

  private onRequest(id: string, code: string): FunctionAssociation {
    return {
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, id, {
        // CDK's own name knows nothing of the stage, and names are one per account.
        functionName: `${this.stackName}-${id}`,
        code: FunctionCode.fromInline(code),
        runtime: FunctionRuntime.JS_2_0,
      }),
    };
  }
}
