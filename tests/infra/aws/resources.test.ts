import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { directoryTable, indexKeys, mainTable } from '#data/table.ts';
import { forwardHost, serveApp } from '#infra/aws/edge.ts';
import { securityHeaders } from '#infra/security-headers.ts';
import { onlyOf, optionsFor, resourcesOf, stubDist, synthesize } from './synth.ts';

const options = optionsFor(stubDist());
const { data, identity, sites } = synthesize(options).templates;

describe('tables', () => {
  const keys = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: 'HASH' },
    { AttributeName: sk, KeyType: 'RANGE' },
  ];
  const kept = {
    BillingMode: 'PAY_PER_REQUEST',
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    SSESpecification: { SSEEnabled: true },
  };
  const propertiesOf = (streams: boolean) =>
    resourcesOf(data, 'AWS::DynamoDB::Table').find(
      ([, { Properties }]) => Boolean(Properties.StreamSpecification) === streams,
    )?.[1];

  test('of the tenants has the declared shape', () => {
    const { AttributeDefinitions: _, ...properties } = propertiesOf(true)?.Properties ?? {};
    expect(properties).toEqual({
      ...kept,
      KeySchema: keys(mainTable.partitionKey, mainTable.sortKey),
      TimeToLiveSpecification: { AttributeName: mainTable.timeToLive, Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      GlobalSecondaryIndexes: mainTable.indexes.map((name) => ({
        IndexName: name,
        KeySchema: keys(indexKeys(name).pk, indexKeys(name).sk),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...mainTable.projection] },
      })),
    });
  });

  test('of what crosses tenants has the declared shape', () => {
    const { AttributeDefinitions: _, ...properties } = propertiesOf(false)?.Properties ?? {};
    expect(properties).toEqual({
      ...kept,
      KeySchema: keys(directoryTable.partitionKey, directoryTable.sortKey),
      TimeToLiveSpecification: { AttributeName: directoryTable.timeToLive, Enabled: true },
    });
  });

  test('stay when their stack goes, and so do the pools', () => {
    for (const [template, type] of [
      [data, 'AWS::DynamoDB::Table'],
      [identity, 'AWS::Cognito::UserPool'],
    ] as const) {
      expect(resourcesOf(template, type)).toHaveLength(2);
      template.allResources(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    }
  });
});

describe('user pools', () => {
  const both = {
    UserPoolTier: 'ESSENTIALS',
    DeletionProtection: 'ACTIVE',
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    Policies: {
      PasswordPolicy: Match.objectLike({
        MinimumLength: 12,
        RequireLowercase: true,
        RequireUppercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
      }),
    },
  };

  test('staff sign in with a password and may add an authenticator', () => {
    identity.hasResourceProperties('AWS::Cognito::UserPool', {
      ...both,
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
    identity.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      AccessTokenValidity: 15,
      TokenValidityUnits: Match.objectLike({ AccessToken: 'minutes' }),
    });
  });

  test('portal people sign in with an e-mailed code, without a second factor', () => {
    identity.hasResourceProperties('AWS::Cognito::UserPool', {
      ...both,
      MfaConfiguration: 'OFF',
      Policies: { ...both.Policies, SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    });
    identity.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_USER_AUTH'],
      AccessTokenValidity: 10,
      TokenValidityUnits: Match.objectLike({ AccessToken: 'minutes' }),
    });
  });

  test('clients rotate refresh tokens, hide who exists, have no hosted pages, write nothing that matters', () => {
    identity.allResourcesProperties('AWS::Cognito::UserPoolClient', {
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AllowedOAuthFlowsUserPoolClient: false,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 },
      WriteAttributes: ['locale'],
    });
  });
});

describe('the edge', () => {
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
    ['/assets/index-4f2a.js', '/assets/index-4f2a.js'],
    ['/favicon.svg', '/favicon.svg'],
  ])('serves %s from %s', (uri, file) => {
    expect(run(serveApp, uri).uri).toBe(file);
  });

  test('tells the API the host, and takes nobody’s word for anything else', () => {
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

  test('passes the API through uncached, with the proof that it came this way', () => {
    const [, { Properties }] = onlyOf(sites, 'AWS::CloudFront::Distribution');
    const { DistributionConfig } = Properties as {
      DistributionConfig: { CacheBehaviors: Record<string, unknown>[]; CustomErrorResponses?: unknown };
    };
    expect(DistributionConfig.CustomErrorResponses).toBeUndefined();
    expect(
      DistributionConfig.CacheBehaviors.find(({ PathPattern }) => PathPattern === '/api/*'),
    ).toMatchObject({
      // Managed policies of AWS: CachingDisabled and AllViewerExceptHostHeader.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      ViewerProtocolPolicy: 'https-only',
    });
    sites.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Logging: Match.anyValue(),
        WebACLId: Match.anyValue(),
        Origins: Match.arrayWith([
          Match.objectLike({
            CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
            OriginCustomHeaders: [
              {
                HeaderName: 'x-foyer-origin',
                HeaderValue: '{{resolve:secretsmanager:foyer-test-origin-1:SecretString:::}}',
              },
            ],
          }),
        ]),
      },
    });
  });

  test('sends the security headers with every file', () => {
    const policies = resourcesOf(sites, 'AWS::CloudFront::ResponseHeadersPolicy');
    expect(policies).toHaveLength(2);
    for (const [, { Properties }] of policies) {
      const text = JSON.stringify(Properties);
      expect(text).toContain('"AccessControlMaxAgeSec":63072000,"IncludeSubdomains":true');
      for (const [name, value] of Object.entries(securityHeaders)) {
        if (name === 'x-content-type-options')
          expect(text).toContain('"ContentTypeOptions":{"Override":true}');
        else expect(text).toContain(JSON.stringify(value).slice(1, -1));
      }
    }
  });

  test('publishes the built app without source maps and the notes of the build', () => {
    const [, { Properties }] = onlyOf(sites, 'Custom::CDKBucketDeployment');
    const [key] = Properties.SourceObjectKeys as string[];
    const files = readdirSync(join(options.outdir, `asset.${key?.replace(/\.zip$/, '')}`), {
      recursive: true,
    });
    expect(files.sort()).toEqual(['assets', 'assets/index-4f2a.js', 'index.html']);
    expect(Properties.Prune).toBe(false);
  });

  test('has a firewall that counts, and does not block, honest texts', () => {
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
});
