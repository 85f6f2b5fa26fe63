import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { EnvironmentKey, Grant, Resource } from '../grants.ts';
import { environmentOf, grantsOf } from '../system.ts';
import type { DataStack } from './data.ts';
import type { IdentityStack } from './identity.ts';
import type { Queues } from './queues.ts';
import type { Sender } from './sender.ts';

/** The exact ARNs that a resource is, with those of its indexes. */
type ResourceArns = Readonly<Record<Resource, { arn: string; indexes: readonly string[] }>>;

/** Every variable a function can ask for; a key without a value does not compile. */
type Environment = Readonly<Record<EnvironmentKey, string>>;

/** What the names in `infra/grants.ts` stand for on AWS. */
export interface Meanings {
  arns: ResourceArns;
  environment: Environment;
}

/** Ties the names to the resources of the stacks, and to the secrets. */
export function meaningsOf(
  data: DataStack,
  identity: IdentityStack,
  queues: Queues,
  sender: Sender,
  secrets: Pick<Environment, 'FOYER_CURSOR_SECRET' | 'FOYER_ORIGIN_SECRETS'>,
): Meanings {
  const [jobs, letters] = [queues.of('jobsQueue').queue, queues.of('mailQueue').queue];
  return {
    arns: {
      table: { arn: data.table.tableArn, indexes: data.indexArns },
      directory: { arn: data.directory.tableArn, indexes: [] },
      staffPool: { arn: identity.staffPool.userPoolArn, indexes: [] },
      portalPool: { arn: identity.portalPool.userPoolArn, indexes: [] },
      jobsQueue: { arn: jobs.queueArn, indexes: [] },
      mailQueue: { arn: letters.queueArn, indexes: [] },
      mailSender: { arn: sender.arn, indexes: [] },
    },
    environment: {
      ...secrets,
      FOYER_TABLE: data.table.tableName,
      FOYER_JOBS_QUEUE: jobs.queueUrl,
      FOYER_MAIL_QUEUE: letters.queueUrl,
      FOYER_MAIL_FROM: sender.from,
      FOYER_DIRECTORY: data.directory.tableName,
      FOYER_STAFF_POOL: identity.staffPool.userPoolId,
      FOYER_STAFF_CLIENT: identity.staffClient.userPoolClientId,
      FOYER_STAFF_CLIENT_SECRET: identity.staffClientSecret.secretValue.unsafeUnwrap(),
      FOYER_STAFF_ISSUER: identity.staffPool.userPoolProviderUrl,
      FOYER_PORTAL_POOL: identity.portalPool.userPoolId,
      FOYER_PORTAL_CLIENT: identity.portalClient.userPoolClientId,
      FOYER_PORTAL_CLIENT_SECRET: identity.portalClientSecret.secretValue.unsafeUnwrap(),
      FOYER_PORTAL_ISSUER: identity.portalPool.userPoolProviderUrl,
    },
  };
}

/** One statement per grant of a function: the declared actions on the declared resources, nothing wider. */
export function statementsOf(name: string, { arns }: Meanings): PolicyStatement[] {
  const grants = grantsOf(name).filter(({ actions }) => actions.length > 0);
  return grants.map(({ resource, actions, indexes }: Grant) => {
    const target = arns[resource];
    return new PolicyStatement({
      actions: [...actions],
      resources: [target.arn, ...(indexes ? target.indexes : [])],
    });
  });
}

/** The variables a function declares it needs, and no others. */
export function variablesOf(name: string, { environment }: Meanings): Record<string, string> {
  return Object.fromEntries(environmentOf(name).map((key) => [key, environment[key]]));
}
