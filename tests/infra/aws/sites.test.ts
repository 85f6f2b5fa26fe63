import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { forwardHost, serveApp } from '#infra/aws/edge.ts';
import { securityHeaders } from '#infra/security-headers.ts';
import { onlyOf, optionsFor, reader, resourcesOf, stubDist, synthesize } from './synth.ts';

const options = optionsFor(stubDist());
const { templates } = synthesize(options);
const { sites } = templates;
const read = reader(templates);

interface Behavior {
  PathPattern: string;
  TargetOriginId: string;
  ResponseHeadersPolicyId?: unknown;
  FunctionAssociations?: { EventType: string; FunctionARN: unknown }[];
}
interface Distribution {
  CacheBehaviors: Behavior[];
  DefaultCacheBehavior: Behavior;
  CustomErrorResponses?: unknown;
  Origins: Record<string, unknown>[];
  WebACLId: unknown;
  Logging: { Prefix: string };
}

const distributions = resourcesOf(sites, 'AWS::CloudFront::Distribution').map(([id, { Properties }]) => ({
  site: /^[A-Z][a-z]+/.exec(id)?.[0] ?? '',
  config: Properties.DistributionConfig as Distribution,
}));

/** The code of the function that a behaviour runs for each request. */
function codeOf({ FunctionAssociations = [] }: Behavior): unknown {
  const [only, ...more] = FunctionAssociations;
  expect([only?.EventType, more]).toEqual(['viewer-request', []]);
  const functions = resourcesOf(sites, 'AWS::CloudFront::Function');
  return functions.find(([id]) => read(only?.FunctionARN) === `<${id}.FunctionARN>`)?.[1].Properties
    .FunctionCode;
}

describe('the functions at the edge', () => {
  /** Runs a function as CloudFront does. */
  const run = (code: string, uri: string, headers: Record<string, string> = {}) => {
    const request = {
      uri,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }])),
    };
    return runInNewContext(`${code}; handler(event)`, { event: { request } }) as typeof request;
  };

  test.each([
    ['/', '/index.html'],
    ['/w/ws_1/clients/cli_2', '/index.html'],
    ['/w/ws_1/', '/index.html'],
    ['/documents', '/index.html'],
    ['/assets/index-4f2a.js', '/assets/index-4f2a.js'],
    ['/favicon.svg', '/favicon.svg'],
    ['/docs', '/docs/index.html'],
    ['/docs/', '/docs/index.html'],
  ])('serve %s from %s', (uri, file) => {
    expect(run(serveApp(['/docs']), uri).uri).toBe(file);
    const ofTheApp = file.startsWith('/docs') ? '/index.html' : file;
    expect(run(serveApp([]), uri).uri).toBe(ofTheApp);
  });

  test('tell the API the host, and take nobody’s word for anything else', () => {
    const { headers } = run(forwardHost, '/api/health', {
      host: 'acme.portal.example.com',
      'x-foyer-host': 'other.example.com',
      'x-foyer-origin': 'guess',
      'x-foyer-anything': '1',
      accept: '*/*',
    });
    expect(headers).toEqual({
      host: { value: 'acme.portal.example.com' },
      'x-foyer-host': { value: 'acme.portal.example.com' },
      accept: { value: '*/*' },
    });
  });
});

test('there are two sites', () => {
  expect(distributions.map(({ site }) => site).sort()).toEqual(['Portal', 'Staff']);
});

describe.each(distributions)('the site $site', ({ site, config }) => {
  const behavior = (path: string) => config.CacheBehaviors.find(({ PathPattern }) => PathPattern === path);

  test('passes the API through uncached, with the host and the proof that it came this way', () => {
    expect(config.CustomErrorResponses).toBeUndefined();
    const api = behavior('/api/*');
    expect(api).toMatchObject({
      // Managed policies of AWS: CachingDisabled and AllViewerExceptHostHeader.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      ViewerProtocolPolicy: 'https-only',
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
    });
    expect(api && codeOf(api)).toBe(forwardHost);
    expect(config.Origins.find(({ Id }) => Id === api?.TargetOriginId)).toMatchObject({
      CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
      OriginCustomHeaders: [
        {
          HeaderName: 'x-foyer-origin',
          HeaderValue: '{{resolve:secretsmanager:foyer-test-origin-1:SecretString:::}}',
        },
      ],
    });
  });

  test('serves its app for every path that is no file, from a bucket of its own', () => {
    expect(codeOf(config.DefaultCacheBehavior)).toBe(serveApp(site === 'Staff' ? ['/docs'] : []));
    const origin = config.Origins.find(({ Id }) => Id === config.DefaultCacheBehavior.TargetOriginId);
    expect(read(origin?.DomainName)).toMatch(new RegExp(`^<${site}Files\\w+\\.RegionalDomainName>$`));
    expect(origin?.OriginAccessControlId).toBeDefined();
    expect(behavior('/assets/*')?.TargetOriginId).toBe(config.DefaultCacheBehavior.TargetOriginId);
  });

  test('sends the security headers with every file', () => {
    const policies = [config.DefaultCacheBehavior, behavior('/assets/*')].map((files) => {
      const id = read(files?.ResponseHeadersPolicyId);
      const all = resourcesOf(sites, 'AWS::CloudFront::ResponseHeadersPolicy');
      return JSON.stringify(all.find(([name]) => id === `<${name}>`)?.[1].Properties ?? null);
    });
    for (const text of policies) {
      expect(text).toContain('"AccessControlMaxAgeSec":63072000,"IncludeSubdomains":true');
      for (const [name, value] of Object.entries(securityHeaders)) {
        if (name === 'x-content-type-options')
          expect(text).toContain('"ContentTypeOptions":{"Override":true}');
        else expect(text).toContain(JSON.stringify(value).slice(1, -1));
      }
    }
    expect(policies[0]).toContain('"no-cache"');
    expect(policies[1]).toContain('immutable');
  });

  test('stands behind the firewall and keeps a log', () => {
    const [firewall] = onlyOf(sites, 'AWS::WAFv2::WebACL');
    expect(read(config.WebACLId)).toBe(`<${firewall}.Arn>`);
    expect(config.Logging.Prefix).toBe(`${site.toLowerCase()}/`);
  });
});

describe('publishing', () => {
  const deployments = resourcesOf(sites, 'Custom::CDKBucketDeployment').map(([, { Properties }]) => {
    const [key] = Properties.SourceObjectKeys as string[];
    const folder = join(options.outdir, `asset.${key?.replace(/\.zip$/, '')}`);
    return {
      properties: Properties,
      bucket: /<([A-Z][a-z]+)Files/.exec(read(Properties.DestinationBucketName))?.[1],
      prefix: Properties.DestinationBucketKeyPrefix ?? '',
      files: readdirSync(folder, { recursive: true }).map(String).sort(),
      index: readFileSync(join(folder, 'index.html'), 'utf8').trim(),
    };
  });

  test('puts each app into its bucket, without source maps and the notes of the build', () => {
    const app = ['assets', 'assets/index-4f2a.js', 'index.html'];
    const places = deployments.map(({ bucket, prefix, files, index }) => ({ bucket, prefix, files, index }));
    expect(places).toHaveLength(3);
    expect(places).toEqual(
      expect.arrayContaining([
        { bucket: 'Staff', prefix: '', files: app, index: 'staff index.html' },
        { bucket: 'Portal', prefix: '', files: app, index: 'portal index.html' },
        { bucket: 'Staff', prefix: 'docs', files: ['index.html'], index: 'docs' },
      ]),
    );
  });

  test('keeps files of earlier builds', () => {
    for (const { properties } of deployments) expect(properties.Prune).toBe(false);
  });

  test('may write into every bucket it fills: the helper is one function with one role', () => {
    const helpers = new Set(deployments.map(({ properties }) => read(properties.ServiceToken)));
    expect(helpers.size).toBe(1);
    const role = resourcesOf(sites, 'AWS::IAM::Role').find(([, { Properties }]) => Properties.Policies);
    const helper = [...helpers][0]?.slice(1).split('.')[0];
    const [, { Properties }] = resourcesOf(sites, 'AWS::Lambda::Function').find(([id]) => id === helper) ?? [
      '',
      { Properties: {} as Record<string, unknown> },
    ];
    expect(read(Properties.Role)).toBe(`<${role?.[0]}.Arn>`);
    const rights = JSON.stringify(role?.[1].Properties.Policies);
    for (const bucket of ['Staff', 'Portal']) expect(rights).toContain(`"${bucket}Files`);
    for (const { properties } of deployments)
      expect(rights).toContain(String((properties.SourceObjectKeys as string[])[0]));
  });
});

test('the firewall counts, and does not block, honest texts', () => {
  const count = (Name: string) => ({ Name, ActionToUse: { Count: {} } });
  sites.hasResourceProperties('AWS::WAFv2::WebACL', {
    Scope: 'CLOUDFRONT',
    Rules: [
      Match.objectLike({ Action: { Block: {} }, Statement: { RateBasedStatement: Match.anyValue() } }),
      Match.objectLike({
        Name: 'AWSManagedRulesCommonRuleSet',
        Statement: {
          ManagedRuleGroupStatement: Match.objectLike({
            RuleActionOverrides: [count('SizeRestrictions_BODY'), count('CrossSiteScripting_BODY')],
          }),
        },
      }),
      Match.objectLike({ Name: 'AWSManagedRulesKnownBadInputsRuleSet' }),
    ],
  });
});
