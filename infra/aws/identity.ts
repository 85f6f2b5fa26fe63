import { CfnOutput, Duration, RemovalPolicy, SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolClient,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  UserPool,
  UserPoolClient,
  UserPoolEmail,
  type UserPoolProps,
} from 'aws-cdk-lib/aws-cognito';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { OPERATORS } from '#contracts/actor.ts';
import { acknowledge } from './acknowledge.ts';
import type { Options } from './options.ts';

interface IdentityProps extends StackProps {
  options: Options;
}

/** Hosted pages, hints whether a person exists, refresh tokens that never change: no client has any of them. */
const clientBasics = {
  /** Our functions sign people in. Who has the id of the client alone, which is in every token, does not. */
  generateSecret: true,
  disableOAuth: true,
  preventUserExistenceErrors: true,
  enableTokenRevocation: true,
  refreshTokenValidity: Duration.days(30),
  /** Two tabs refreshing at once must not sign each other out. */
  refreshTokenRotationGracePeriod: Duration.seconds(60),
  /** Whoever holds an access token can write these about himself, so nothing that matters is among them. */
  writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
} as const;

const threatProtection =
  'Threat protection takes the Plus plan, paid by user and month; sign-in is limited at the edge and by Cognito itself.';

/** Staff and portal people live in pools apart: AWS refuses MFA and e-mailed codes in one, and so do we. */
export class IdentityStack extends Stack {
  readonly staffPool: UserPool;
  readonly staffClient: UserPoolClient;
  readonly staffClientSecret: Secret;
  readonly portalPool: UserPool;
  readonly portalClient: UserPoolClient;
  readonly portalClientSecret: Secret;

  constructor(scope: Construct, id: string, props: IdentityProps) {
    super(scope, id, props);
    const basics = poolBasics(this, props.options);

    this.staffPool = new UserPool(this, 'StaffPool', {
      ...basics,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false, email: false },
    });
    // Who is in it runs the installation; nobody gets in by way of the product.
    new CfnUserPoolGroup(this, 'Operators', {
      groupName: OPERATORS,
      userPoolId: this.staffPool.userPoolId,
      description: 'Runs this installation: plans, add-ons, workspaces',
    });
    this.staffClient = new UserPoolClient(this, 'StaffClient', {
      ...clientBasics,
      userPool: this.staffPool,
      authFlows: { adminUserPassword: true },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
    });
    this.staffClientSecret = keepSecret(this, 'StaffClientSecret', this.staffClient);
    acknowledge(this.staffPool, {
      'AwsSolutions-COG2':
        'Authenticator codes are each person’s choice: the first sign-in must work before one is set up.',
      'AwsSolutions-COG8': threatProtection,
    });

    this.portalPool = new UserPool(this, 'PortalPool', {
      ...basics,
      mfa: Mfa.OFF,
      signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } },
    });
    this.portalClient = new UserPoolClient(this, 'PortalClient', {
      ...clientBasics,
      userPool: this.portalPool,
      authFlows: { user: true },
      accessTokenValidity: Duration.minutes(10),
      idTokenValidity: Duration.minutes(10),
    });
    this.portalClientSecret = keepSecret(this, 'PortalClientSecret', this.portalClient);
    acknowledge(this.portalPool, {
      'AwsSolutions-COG2': 'Cognito refuses MFA in a pool whose first factor is an e-mailed code.',
      'AwsSolutions-COG8': threatProtection,
    });

    new CfnOutput(this, 'StaffPoolId', { value: this.staffPool.userPoolId });
    new CfnOutput(this, 'StaffClientId', { value: this.staffClient.userPoolClientId });
    new CfnOutput(this, 'PortalPoolId', { value: this.portalPool.userPoolId });
    new CfnOutput(this, 'PortalClientId', { value: this.portalClient.userPoolClientId });
  }
}

/**
 * Keeps a client's secret where the other secrets are, so that what leaves this stack is its name: an export of
 * the secret itself would be read by whoever may list stacks. CDK's own property takes a helper function.
 */
function keepSecret(scope: Stack, id: string, client: UserPoolClient): Secret {
  const { defaultChild } = client.node;
  if (!(defaultChild instanceof CfnUserPoolClient)) throw new Error(`${client.node.path} is no app client.`);
  const secret = new Secret(scope, id, {
    secretStringValue: SecretValue.resourceAttribute(defaultChild.attrClientSecret),
  });
  acknowledge(secret, {
    'AwsSolutions-SMG4':
      'Cognito made the secret with the app client, and it lives as long as the client does.',
  });
  return secret;
}

/** What both pools share. People are made by administrators only; nobody signs himself up. */
function poolBasics(stack: Stack, { mail }: Options): UserPoolProps {
  return {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    keepOriginal: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    passwordPolicy: {
      minLength: 10,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(7),
    },
    email: mail
      ? UserPoolEmail.withSES({
          fromEmail: mail.from,
          fromName: 'Foyer',
          sesRegion: stack.region,
          sesVerifiedDomain: mail.domain,
        })
      : UserPoolEmail.withCognito(),
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  };
}
