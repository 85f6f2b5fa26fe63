import type { QueueResource, Resource } from '#infra/grants.ts';

/** What the parts of the local cloud are called; fixed, so that data on disk fits the next start. */
export const region = 'eu-central-1';
export const accountId = '000000000000';

export const tables = { main: 'foyer-main', directory: 'foyer-directory' } as const;

export const staffPool = {
  id: 'local-1_staff',
  clientId: 'localstaffapp',
  clientSecret: 'local-secret-of-the-staff-app',
  kind: 'staff',
} as const;
export const portalPool = {
  id: 'local-1_portal',
  clientId: 'localportalapp',
  clientSecret: 'local-secret-of-the-portal-app',
  kind: 'portal',
} as const;

export const queues = { jobsQueue: 'foyer-jobs', mailQueue: 'foyer-mail' } as const satisfies Record<
  QueueResource,
  string
>;

/** The buckets of S3. */
export const buckets = { deadLetters: 'foyer-dead-letters' } as const;

/** Who writes the mails; the part after the at sign is what a grant is about. */
export const mailSender = { from: 'Foyer <hello@foyer.localhost>', domain: 'foyer.localhost' } as const;

/** What the grants of `infra/grants.ts` are about, by the name that requests carry. */
export const resourceNames = {
  table: tables.main,
  directory: tables.directory,
  staffPool: staffPool.id,
  portalPool: portalPool.id,
  ...queues,
  mailSender: mailSender.domain,
} as const satisfies Record<Resource, string>;

/** Credentials of tests and seeds, which may do everything; functions each have their own. */
export const adminAccessKey = 'FOYERLOCALADMIN';
export const secretAccessKey = 'local';

/** The access key by which the local IAM knows a function; DynamoDB Local accepts letters and digits only. */
export const accessKeyOf = (name: string) =>
  `FOYERLOCAL${name.replaceAll(/[^A-Za-z0-9]/g, '').toUpperCase()}`;
