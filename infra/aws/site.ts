import { CfnOutput, SecretValue, Stack } from 'aws-cdk-lib';
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
import { Bucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { closed } from './buckets.ts';
import { forwardHost, serveApp } from './edge.ts';
import { createFirewall } from './firewall.ts';
import type { Domain, Options } from './options.ts';
import { headersPolicy } from './response-headers.ts';
import { originSecretName } from './secrets.ts';
import { Publisher } from './site-files.ts';

/** What the sites share: one firewall, one way to the API, one set of headers, one log, one that publishes. */
export class Edge extends Construct {
  readonly firewallArn: string;
  /** The API on the same origin, with the proof that a request came this way. */
  readonly api: BehaviorOptions;
  readonly pageHeaders: ResponseHeadersPolicy;
  readonly assetHeaders: ResponseHeadersPolicy;
  readonly logs: Bucket;
  readonly publisher: Publisher;

  constructor(scope: Construct, id: string, apiHost: string, options: Options, logs: Bucket) {
    super(scope, id);
    this.logs = logs;
    this.firewallArn = createFirewall(this, 'Firewall').attrArn;
    this.pageHeaders = headersPolicy(this, 'PageHeaders', 'no-cache');
    this.assetHeaders = headersPolicy(this, 'AssetHeaders', 'public, max-age=31536000, immutable');
    this.api = this.apiBehavior(apiHost, options);
    this.publisher = new Publisher(this, 'Publisher');
  }

  private apiBehavior(apiHost: string, { stage, originSecrets }: Options): BehaviorOptions {
    const proof = SecretValue.secretsManager(originSecretName(stage, originSecrets[0])).unsafeUnwrap();
    return {
      origin: new HttpOrigin(apiHost, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        customHeaders: { 'x-foyer-origin': proof },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      functionAssociations: [onRequest(this, 'ForwardHost', forwardHost)],
    };
  }
}

interface SiteProps {
  edge: Edge;
  /** The built app. */
  folder: string;
  /** Folders whose `index.html` is a page of its own, by its path: the app does not answer there. */
  pages?: Readonly<Record<string, string>>;
  /** The host name, which may be a wildcard, and its certificate; without one CloudFront's own. */
  domain?: Domain;
}

/** An app at the edge: files from a closed bucket, `/api/*` from the gateway, the firewall before both. */
export class Site extends Construct {
  constructor(scope: Construct, id: string, { edge, folder, pages = {}, domain }: SiteProps) {
    super(scope, id);
    const name = id.toLowerCase();
    const files = new Bucket(this, 'Files', {
      ...closed,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      serverAccessLogsBucket: edge.logs,
      serverAccessLogsPrefix: `${name}-files/`,
    });
    const origin = S3BucketOrigin.withOriginAccessControl(files);
    const distribution = new Distribution(this, 'Distribution', {
      comment: `${Stack.of(this).stackName} ${name}`,
      defaultBehavior: {
        // Any path that is not a file is the app, asked for anew each time.
        ...fileBehavior(origin, edge.pageHeaders),
        functionAssociations: [onRequest(this, 'Serve', serveApp(Object.keys(pages)))],
      },
      additionalBehaviors: {
        // The names of built files bear the hash of their content, so they never change.
        '/assets/*': fileBehavior(origin, edge.assetHeaders),
        '/api/*': edge.api,
      },
      webAclId: edge.firewallArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(domain && {
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      logBucket: edge.logs,
      logFilePrefix: `${name}/`,
    });
    acknowledge(distribution, {
      'AwsSolutions-CFR1': 'People work from any country; where to block some is a decision of the operator.',
    });
    if (!domain)
      acknowledge(distribution, {
        'AwsSolutions-CFR4':
          'Without a domain CloudFront uses its own certificate and fixes the policy; a domain gets TLS 1.2.',
      });

    edge.publisher.publish(`${id}App`, folder, files, distribution);
    for (const [path, from] of Object.entries(pages))
      edge.publisher.publish(`${id}${path}`.replaceAll('/', '-'), from, files, distribution, path.slice(1));

    const url = `https://${domain?.name ?? distribution.distributionDomainName}`;
    new CfnOutput(Stack.of(this), `${id}Url`, { value: url });
    // What a DNS record of the domain points at.
    new CfnOutput(Stack.of(this), `${id}Target`, { value: distribution.distributionDomainName });
  }
}

const fileBehavior = (origin: IOrigin, responseHeadersPolicy: ResponseHeadersPolicy): BehaviorOptions => ({
  origin,
  cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  responseHeadersPolicy,
});

function onRequest(scope: Construct, id: string, code: string): FunctionAssociation {
  const { stackName } = Stack.of(scope);
  return {
    eventType: FunctionEventType.VIEWER_REQUEST,
    function: new EdgeFunction(scope, id, {
      // CDK's own name knows nothing of the stage, and names are one per account.
      functionName: `${stackName}-${scope.node.id}${id}`,
      code: FunctionCode.fromInline(code),
      runtime: FunctionRuntime.JS_2_0,
    }),
  };
}
