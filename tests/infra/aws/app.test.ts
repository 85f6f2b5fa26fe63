import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { buildApp } from '#infra/aws/app.ts';
import { optionsFrom } from '#infra/aws/options.ts';
import { optionsFor, reader, resourcesOf, stubDist, synthesize } from './synth.ts';

const dist = stubDist();
const { app, templates } = synthesize(optionsFor(dist));

describe('cdk-nag', () => {
  /** Ids of findings with the paths they are at. */
  const findings = (checks: AwsSolutionsChecks) =>
    checks
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => ({ id: ruleName, path: constructPath ?? '' })),
      );

  test('finds nothing that is not acknowledged', () => {
    expect(findings(new AwsSolutionsChecks(app))).toEqual([]);
  });

  test('would find everything that is acknowledged: no acknowledgment is idle, none is without a reason', () => {
    const strict = new AwsSolutionsChecks(app);
    Object.defineProperty(strict, 'isAcknowledged', { value: () => false });
    const all = findings(strict);
    const acknowledged = app.node.findAll().flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.entries(data as Record<string, unknown>))
        .map(([id, reason]) => ({ id: id.replace(/^annotation::/i, ''), reason, path: node.path })),
    );
    const idle = acknowledged.filter(
      ({ id, path }) => !all.some((finding) => finding.id === id && finding.path.startsWith(path)),
    );
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(idle).toEqual([]);
    for (const { reason } of acknowledged) expect(JSON.stringify(reason).length).toBeGreaterThan(30);
  });

  test('stops synthesis', () => {
    const other = buildApp(optionsFor(dist));
    new Bucket(other.stacks.data, 'Careless');
    expect(() => other.app.synth()).toThrow(/AwsSolutions-S1|Validation failed/);
  });
});

describe('synthesis', () => {
  test('gives the same templates each time', () => {
    const again = synthesize(optionsFor(dist)).templates;
    for (const [name, template] of Object.entries(templates))
      expect(again[name as keyof typeof again].toJSON()).toEqual(template.toJSON());
  });

  test('says in one sentence what to do without a build', () => {
    const empty = mkdtempSync(join(tmpdir(), 'foyer-empty-'));
    expect(() => buildApp(optionsFor(empty))).toThrow(
      'There is no dist/functions/public/index.mjs: run npm run build first.',
    );
    rmSync(empty, { recursive: true });
  });

  test.each(['staff', 'portal', 'docs'])('says so too when only the pages of %s are not built', (site) => {
    const partly = stubDist();
    rmSync(join(partly, 'web', site), { recursive: true });
    expect(() => buildApp(optionsFor(partly))).toThrow(
      `There is no dist/web/${site}/index.html: run npm run build first.`,
    );
  });

  test('keeps every stack well under 500 resources', () => {
    for (const template of Object.values(templates))
      expect(Object.keys(template.toJSON().Resources).length).toBeLessThan(450);
  });
});

describe('the origin secret', () => {
  test('has two values in rotation: functions accept both, CloudFront sends the first', () => {
    const rotating = synthesize(optionsFor(dist, { region: 'us-east-1', originSecrets: [2, 1] })).templates;
    const read = reader(rotating);
    const secrets = new Map(
      resourcesOf(rotating.api, 'AWS::SecretsManager::Secret').map(([id, { Properties }]) => [
        Properties.Name,
        id,
      ]),
    );
    const value = (generation: number) =>
      `{{resolve:secretsmanager:<${secrets.get(`foyer-test-origin-${generation}`)}>:SecretString:::}}`;
    for (const [, { Properties }] of resourcesOf(rotating.api, 'AWS::Lambda::Function')) {
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      expect(read(Variables.FOYER_ORIGIN_SECRETS)).toBe(`${value(2)},${value(1)}`);
    }
    for (const [, distribution] of resourcesOf(rotating.sites, 'AWS::CloudFront::Distribution')) {
      expect(JSON.stringify(distribution)).toContain('{{resolve:secretsmanager:foyer-test-origin-2:');
      expect(JSON.stringify(distribution)).not.toContain('foyer-test-origin-1');
    }
  });

  test('is replicated to where CloudFront looks for it', () => {
    templates.api.hasResourceProperties('AWS::SecretsManager::Secret', {
      Name: 'foyer-test-origin-1',
      ReplicaRegions: [{ Region: 'us-east-1' }],
    });
  });
});

describe('options', () => {
  const from = (context: Record<string, unknown>, environment: Record<string, string> = {}) =>
    optionsFrom((key) => context[key], environment, dist);

  test('come from the context, then from the account the CLI found', () => {
    expect(from({}, { CDK_DEFAULT_REGION: 'eu-west-1', CDK_DEFAULT_ACCOUNT: '123456789012' })).toMatchObject({
      stage: 'dev',
      region: 'eu-west-1',
      account: '123456789012',
      originSecrets: [1],
      cursorSecret: 1,
      mail: undefined,
      staffDomain: undefined,
      portalDomain: undefined,
    });
    expect(from({ stage: 'prod', region: 'eu-central-1', originSecrets: '2,1' })).toMatchObject({
      stage: 'prod',
      region: 'eu-central-1',
      originSecrets: [2, 1],
    });
  });

  test.each([
    [{ stage: 'Prod' }, 'stage must be'],
    [{ originSecrets: '1,2,3' }, 'originSecrets takes'],
    [{ originSecrets: '1,1' }, 'originSecrets takes'],
    [{ originSecrets: '0' }, 'originSecrets takes'],
    [{ mailFrom: 'a@example.com' }, 'given together'],
    [{ staffDomain: 'crm.example.com' }, 'staffDomain and staffCertificateArn are given together'],
    [{ portalCertificateArn: 'arn:…' }, 'portalDomain and portalCertificateArn are given together'],
  ])('refuse %j', (context, message) => {
    expect(() => from(context)).toThrow(message);
  });

  test('bring the domains with TLS 1.2, the sender, the address for alarms', () => {
    const certificateArn =
      'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000';
    const { app: fullApp, templates: full } = synthesize(
      optionsFor(dist, {
        staffDomain: { name: 'crm.example.com', certificateArn },
        portalDomain: { name: 'example.com', certificateArn },
        mail: { from: 'hello@example.com', domain: 'example.com' },
        alarmEmail: 'ops@example.com',
      }),
    );
    expect(new AwsSolutionsChecks(fullApp).validateScope(fullApp).violations).toEqual([]);
    for (const alias of ['crm.example.com', '*.portal.example.com'])
      full.sites.hasResourceProperties('AWS::CloudFront::Distribution', {
        DistributionConfig: {
          Aliases: [alias],
          ViewerCertificate: {
            AcmCertificateArn: certificateArn,
            MinimumProtocolVersion: 'TLSv1.2_2021',
            SslSupportMethod: 'sni-only',
          },
        },
      });
    full.identity.allResourcesProperties('AWS::Cognito::UserPool', {
      EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'Foyer <hello@example.com>' },
    });
    full.events.hasResourceProperties('AWS::SNS::Subscription', { Endpoint: 'ops@example.com' });
  });
});
