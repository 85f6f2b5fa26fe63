import type { Grant } from '#infra/grants.ts';
import { accessKeyOf, accountId, region, resourceNames } from './names.ts';
import { queueNameIn } from './queues.ts';

/** The services that functions call, as IAM names them. */
export type Service = 'dynamodb' | 'cognito-idp' | 'sqs' | 'ses';

/** Each access key stands for one function; two that fall together would share their rights. */
export function functionsByKey(names: readonly string[]): Map<string, string> {
  const byKey = new Map(names.map((name) => [accessKeyOf(name), name]));
  if (byKey.size !== names.length) throw new Error('Two functions have names that differ in signs only.');
  return byKey;
}

/** One thing that a request wants to do, as IAM sees it. */
export interface Demand {
  /** `dynamodb:PutItem`. */
  action: string;
  /** Name of the table, user pool, queue, bucket or sender's domain. */
  resource: string;
  index: string | null;
  /** Of an object in a bucket. */
  key?: string;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** Transactions have no action of their own; each of their items has. */
const transactionActions: Record<string, string> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
};

/** A table may be named by its ARN. */
const tableName = (name: unknown) => text(name).replace(/^arn:aws:dynamodb:[^/]*:table\//, '');

function tableDemands(operation: string, input: Json): Demand[] {
  const action = `dynamodb:${operation}`;
  const demand = (resource: unknown, own = action): Demand => ({
    action: own,
    resource: tableName(resource),
    index: null,
  });
  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems') {
    return objects(input.TransactItems).flatMap((item) =>
      Object.entries(item).map(([kind, part]) =>
        demand(isObject(part) ? part.TableName : '', transactionActions[kind] ?? `dynamodb:${kind}`),
      ),
    );
  }
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem')
    return Object.keys(isObject(input.RequestItems) ? input.RequestItems : {}).map((table) => demand(table));
  return [{ ...demand(input.TableName), index: text(input.IndexName) || null }];
}

/** The domain of an address that may bear a name: `Foyer <hello@example.com>`. */
const domainIn = (address: unknown) => /@([^@>\s]+)>?$/.exec(text(address))?.[1] ?? '';

/** What each service's requests say they are about; tables say more and are apart. */
const subjects: Record<Exclude<Service, 'dynamodb'>, (input: Json) => string> = {
  'cognito-idp': ({ UserPoolId }) => text(UserPoolId),
  sqs: ({ QueueUrl }) => queueNameIn(QueueUrl),
  ses: ({ FromEmailAddress }) => domainIn(FromEmailAddress),
};

/** Everything a request wants to do. */
export function demandsOf(service: Service, operation: string, input: unknown): Demand[] {
  const body = isObject(input) ? input : {};
  return service === 'dynamodb'
    ? tableDemands(operation, body)
    : [{ action: `${service}:${operation}`, resource: subjects[service](body), index: null }];
}

const allows = (grant: Grant, { action, resource, index }: Demand) =>
  grant.actions.includes(action) &&
  resourceNames[grant.resource] === resource &&
  (index === null || grant.indexes === true);

/** The first demand that no grant covers. */
export const refusedDemand = (grants: readonly Grant[], demands: readonly Demand[]): Demand | undefined =>
  demands.find((demand) => !grants.some((grant) => allows(grant, demand)));

/** What stands before the name of a resource in its ARN. */
const nouns: Record<Service, string> = {
  dynamodb: 'table/',
  'cognito-idp': 'userpool/',
  sqs: '',
  ses: 'identity/',
};

function arnOf({ action, resource, index, key }: Demand): string {
  if (key !== undefined) return `arn:aws:s3:::${resource}/${key}`;
  const service = action.split(':')[0] as Service;
  return `arn:aws:${service}:${region}:${accountId}:${nouns[service]}${resource}${index ? `/index/${index}` : ''}`;
}

/** The sentence AWS answers with. */
export function refusalOf(functionName: string, demand: Demand): string {
  const user = `arn:aws:sts::${accountId}:assumed-role/${functionName}/${functionName}`;
  return `User: ${user} is not authorized to perform: ${demand.action} on resource: ${arnOf(demand)} because no identity-based policy allows the ${demand.action} action`;
}

/** Operations of Cognito that an app client calls without credentials; IAM has no say in them. */
const unsignedOperations = new Set([
  'ConfirmForgotPassword',
  'ForgotPassword',
  'GetTokensFromRefreshToken',
  'GetUser',
  'GlobalSignOut',
  'InitiateAuth',
  'AssociateSoftwareToken',
  'ChangePassword',
  'RespondToAuthChallenge',
  'RevokeToken',
  'SetUserMFAPreference',
  'VerifySoftwareToken',
]);

export const needsNoCredentials = (operation: string) => unsignedOperations.has(operation);
