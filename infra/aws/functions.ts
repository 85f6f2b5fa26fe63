import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type Meanings, statementsOf, variablesOf } from './grants.ts';

/** What a declaration says of a function's size. */
interface Size {
  memoryMb: number;
  timeoutSeconds: number;
}

/**
 * A declared function: the bundle of its name, a role of its own that holds its grants and the right to write
 * into its own log group, the variables it needs. No managed policy, since those end in wildcards.
 */
export function createFunction(
  scope: Construct,
  name: string,
  { memoryMb, timeoutSeconds }: Size,
  meanings: Meanings,
  distDir: string,
): LambdaFunction {
  const logGroup = new LogGroup(scope, `${name}-logs`, { retention: RetentionDays.THREE_MONTHS });
  const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    }),
  );
  for (const statement of statementsOf(name, meanings)) role.addToPolicy(statement);

  return new LambdaFunction(scope, name, {
    description: `Foyer: ${name}`,
    code: Code.fromAsset(join(distDir, 'functions', name)),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMb,
    timeout: Duration.seconds(timeoutSeconds),
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    environment: {
      ...variablesOf(name, meanings),
      POWERTOOLS_SERVICE_NAME: name,
      POWERTOOLS_METRICS_NAMESPACE: 'Foyer',
      POWERTOOLS_LOG_LEVEL: 'INFO',
    },
  });
}
