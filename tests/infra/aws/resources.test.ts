import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { directoryTable, indexKeys, mainTable } from '#data/table.ts';
import { optionsFor, reader, resourcesOf, stubDist, synthesize } from './synth.ts';

const { templates } = synthesize(optionsFor(stubDist()));
const { data, identity, api } = templates;
const read = reader(templates);

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
        MinimumLength: 10,
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

  test('clients have a secret, which leaves the stack by name only', () => {
    identity.allResourcesProperties('AWS::Cognito::UserPoolClient', { GenerateSecret: true });
    const clients = resourcesOf(identity, 'AWS::Cognito::UserPoolClient').map(([id]) => id);
    const kept = resourcesOf(identity, 'AWS::SecretsManager::Secret').map(
      ([, { Properties }]) => Properties.SecretString,
    );
    expect(kept).toEqual(clients.map((id) => ({ 'Fn::GetAtt': [id, 'ClientSecret'] })));
    expect(JSON.stringify(identity.toJSON().Outputs)).not.toContain('ClientSecret"]');
    identity.resourceCountIs('AWS::Lambda::Function', 0);
  });

  test('functions that sign people in get the secret of their own client', () => {
    const values = resourcesOf(api, 'AWS::Lambda::Function').map(([, { Properties }]) => {
      const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
      const {
        POWERTOOLS_SERVICE_NAME: name,
        FOYER_STAFF_CLIENT_SECRET,
        FOYER_PORTAL_CLIENT_SECRET,
      } = Variables;
      return [
        name,
        ...[FOYER_STAFF_CLIENT_SECRET, FOYER_PORTAL_CLIENT_SECRET].map((value) => value && read(value)),
      ];
    });
    const reference = (name: string) =>
      expect.stringMatching(
        new RegExp(`^{{resolve:secretsmanager:<${name}ClientSecret\\w+>:SecretString:::}}$`),
      );
    expect(values.filter(([, ...secrets]) => secrets.some(Boolean))).toEqual([
      ['auth-staff', reference('Staff'), undefined],
      ['auth-joining', reference('Staff'), undefined],
      ['auth-portal', undefined, reference('Portal')],
    ]);
  });
});
