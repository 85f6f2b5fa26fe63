import type { Capability } from '#contracts/capabilities.ts';
import type { Audience } from '#contracts/route.ts';

/** The parts of the cloud that a function can be granted something of. */
export type Resource = 'table' | 'directory' | 'staffPool' | 'portalPool' | QueueResource | 'mailSender';

/** The queues; the worker of each is declared in `infra/system.ts`. */
export type QueueResource = 'jobsQueue' | 'mailQueue';

export interface Grant {
  resource: Resource;
  /** Exact IAM actions, never a wildcard. */
  actions: readonly string[];
  /** On a table: whether its indexes are meant too. */
  indexes?: boolean;
  /** Environment variables that come with the grant; each rendering fills them. */
  environment: readonly EnvironmentKey[];
}

/** Variables that name resources; `AWS_*` come from the platform. */
export type EnvironmentKey =
  | 'FOYER_TABLE'
  | 'FOYER_DIRECTORY'
  | 'FOYER_STAFF_POOL'
  | 'FOYER_STAFF_CLIENT'
  | 'FOYER_STAFF_CLIENT_SECRET'
  | 'FOYER_STAFF_ISSUER'
  | 'FOYER_PORTAL_POOL'
  | 'FOYER_PORTAL_CLIENT'
  | 'FOYER_PORTAL_CLIENT_SECRET'
  | 'FOYER_PORTAL_ISSUER'
  | 'FOYER_JOBS_QUEUE'
  | 'FOYER_MAIL_QUEUE'
  | 'FOYER_MAIL_FROM'
  | 'FOYER_CURSOR_SECRET'
  | 'FOYER_ORIGIN_SECRETS';

/** What each capability is in IAM and environment; a capability without a row does not compile. */
export const grants = {
  'table.read': {
    resource: 'table',
    actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
    indexes: true,
    environment: ['FOYER_TABLE', 'FOYER_CURSOR_SECRET'],
  },
  'table.write': {
    resource: 'table',
    actions: [
      'dynamodb:ConditionCheckItem',
      'dynamodb:DeleteItem',
      'dynamodb:GetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ],
    environment: ['FOYER_TABLE'],
  },
  'directory.read': {
    resource: 'directory',
    actions: ['dynamodb:GetItem', 'dynamodb:Query'],
    environment: ['FOYER_DIRECTORY'],
  },
  'directory.write': {
    resource: 'directory',
    actions: ['dynamodb:PutItem'],
    environment: ['FOYER_DIRECTORY'],
  },
  // Takes away what stands in the directory of a client that is gone.
  'directory.close': {
    resource: 'directory',
    actions: ['dynamodb:DeleteItem'],
    environment: ['FOYER_DIRECTORY'],
  },
  'directory.change': {
    resource: 'directory',
    actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    environment: ['FOYER_DIRECTORY'],
  },
  'identity.people': {
    resource: 'staffPool',
    actions: [
      'cognito-idp:AdminCreateUser',
      'cognito-idp:AdminDeleteUser',
      'cognito-idp:AdminGetUser',
      'cognito-idp:AdminSetUserPassword',
    ],
    environment: ['FOYER_STAFF_POOL'],
  },
  // Acts with the person's own token: Cognito asks for no rights of the function.
  'identity.self': { resource: 'staffPool', actions: [], environment: [] },
  'identity.staff': {
    resource: 'staffPool',
    actions: ['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'],
    environment: ['FOYER_STAFF_POOL', 'FOYER_STAFF_CLIENT', 'FOYER_STAFF_CLIENT_SECRET'],
  },
  'identity.portal': {
    resource: 'portalPool',
    actions: ['cognito-idp:AdminInitiateAuth', 'cognito-idp:AdminRespondToAuthChallenge'],
    environment: ['FOYER_PORTAL_POOL', 'FOYER_PORTAL_CLIENT', 'FOYER_PORTAL_CLIENT_SECRET'],
  },
  'jobs.send': { resource: 'jobsQueue', actions: ['sqs:SendMessage'], environment: ['FOYER_JOBS_QUEUE'] },
  // Letters go through a queue: a mail service that is away delays them and fails no request.
  'mail.post': { resource: 'mailQueue', actions: ['sqs:SendMessage'], environment: ['FOYER_MAIL_QUEUE'] },
  'mail.send': { resource: 'mailSender', actions: ['ses:SendEmail'], environment: ['FOYER_MAIL_FROM'] },
} as const satisfies Record<Capability, Grant>;

/** Environment that verifying a token of an audience takes. */
export const audienceEnvironment = {
  staff: ['FOYER_STAFF_ISSUER', 'FOYER_STAFF_CLIENT'],
  portal: ['FOYER_PORTAL_ISSUER', 'FOYER_PORTAL_CLIENT'],
  operator: ['FOYER_STAFF_ISSUER', 'FOYER_STAFF_CLIENT'],
  public: [],
} as const satisfies Record<Audience, readonly EnvironmentKey[]>;
