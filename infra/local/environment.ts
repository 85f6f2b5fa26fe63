import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { EnvironmentKey } from '#infra/grants.ts';
import type { Blueprint } from './blueprint.ts';
import type { Cognito } from './cognito/server.ts';
import {
  accessKeyOf,
  accountId,
  mailSender,
  portalPool,
  queues,
  region,
  secretAccessKey,
  staffPool,
  tables,
} from './names.ts';

const secretsSchema = z.object({ cursor: z.string() });

const randomSecret = () => randomBytes(32).toString('base64url');

/** Secrets that outlive a restart: a cursor handed out yesterday still works today. */
export function openSecrets(file: string | null): z.infer<typeof secretsSchema> {
  if (file && existsSync(file)) return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const secrets = { cursor: randomSecret() };
  if (file) writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

/** What tells the API that a request came through the gateway; the second is the one rotated out. */
export const newOriginSecrets = (): [string, string] => [randomSecret(), randomSecret()];

interface EnvironmentOptions {
  blueprint: Blueprint;
  cognito: Cognito;
  endpoint: string;
  cursorSecret: string;
  originSecrets: readonly string[];
}

/** The variables of each function: what its grants name, what Lambda sets, and nothing of our own. */
export function environments(options: EnvironmentOptions): (name: string) => Record<string, string> {
  const { blueprint, cognito, endpoint } = options;
  const queueUrl = (name: string) => `${endpoint}/${accountId}/${name}`;
  const values = {
    FOYER_TABLE: tables.main,
    FOYER_DIRECTORY: tables.directory,
    FOYER_STAFF_POOL: staffPool.id,
    FOYER_STAFF_CLIENT: staffPool.clientId,
    FOYER_STAFF_CLIENT_SECRET: staffPool.clientSecret,
    FOYER_STAFF_ISSUER: cognito.issuer(staffPool.id),
    FOYER_PORTAL_POOL: portalPool.id,
    FOYER_PORTAL_CLIENT: portalPool.clientId,
    FOYER_PORTAL_CLIENT_SECRET: portalPool.clientSecret,
    FOYER_PORTAL_ISSUER: cognito.issuer(portalPool.id),
    FOYER_JOBS_QUEUE: queueUrl(queues.jobsQueue),
    FOYER_MAIL_QUEUE: queueUrl(queues.mailQueue),
    FOYER_MAIL_FROM: mailSender.from,
    FOYER_CURSOR_SECRET: options.cursorSecret,
    FOYER_ORIGIN_SECRETS: options.originSecrets.join(','),
  } as const satisfies Record<EnvironmentKey, string>;

  return (name) => {
    const keys = blueprint.environmentOf(name);
    return {
      ...Object.fromEntries(keys.map((key) => [key, values[key]])),
      AWS_ACCESS_KEY_ID: accessKeyOf(name),
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_REGION: region,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoint,
      AWS_ENDPOINT_URL_SQS: endpoint,
      AWS_ENDPOINT_URL_SESV2: endpoint,
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      POWERTOOLS_SERVICE_NAME: name,
      POWERTOOLS_LOG_LEVEL: 'INFO',
      FOYER_STAGE: 'local',
      // Only here: the keys of the emulator, which a verifier would refuse to fetch.
      ...(keys.includes('FOYER_STAFF_ISSUER') && {
        FOYER_STAFF_JWKS: JSON.stringify(cognito.jwks(staffPool.id)),
      }),
      ...(keys.includes('FOYER_PORTAL_ISSUER') && {
        FOYER_PORTAL_JWKS: JSON.stringify(cognito.jwks(portalPool.id)),
      }),
    };
  };
}
