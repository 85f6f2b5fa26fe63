import { join } from 'node:path';
import { CrossStackReferences, Duration, ReferenceStrength, Stack, type StackProps } from 'aws-cdk-lib';
import { Bucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { ApiStack } from './api.ts';
import { closed } from './buckets.ts';
import type { Options } from './options.ts';
import { Edge, Site } from './site.ts';

interface SitesProps extends StackProps {
  options: Options;
  api: ApiStack;
}

/** How long access logs are of use. */
const LOGS_KEPT = Duration.days(90);

/** The folders of built pages that the sites are made of. */
export const sitePages = ['staff', 'portal', 'docs'] as const;

/** The apps at the edge: staff with the reference of the API, and the portals of all workspaces. */
export class SitesStack extends Stack {
  constructor(scope: Construct, id: string, { options, api, ...props }: SitesProps) {
    super(scope, id, props);
    // Across regions a strong reference takes two helper functions with managed policies; this one takes none.
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);
    const logs = new Bucket(this, 'Logs', {
      ...closed,
      // CloudFront's log delivery needs an ACL; nothing else gets one.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: LOGS_KEPT }],
    });
    const built = (name: (typeof sitePages)[number]) => join(options.distDir, 'web', name);
    const edge = new Edge(this, 'Edge', api.host, options, logs);
    const { staffDomain, portalDomain } = options;
    new Site(this, 'Staff', {
      edge,
      folder: built('staff'),
      pages: { '/docs': built('docs') },
      domain: staffDomain,
    });
    new Site(this, 'Portal', {
      edge,
      folder: built('portal'),
      // The workspace is the first part of the host name; which one it is, the API finds out.
      domain: portalDomain && { ...portalDomain, name: `*.portal.${portalDomain.name}` },
    });
  }
}
