import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { defaultFunction, functions, routesOf } from '../system.ts';
import { acknowledge } from './acknowledge.ts';
import type { DataStack } from './data.ts';
import { createFunction } from './functions.ts';
import { type Meanings, meaningsOf } from './grants.ts';
import type { IdentityStack } from './identity.ts';
import type { Options } from './options.ts';
import { Queues } from './queues.ts';
import { Secrets } from './secrets.ts';
import { senderOf } from './sender.ts';

interface ApiProps extends StackProps {
  options: Options;
  data: DataStack;
  identity: IdentityStack;
}

type ApiName = keyof typeof functions;

/** A ceiling for the whole installation; one visitor is slowed down at the edge already. */
const throttle = { rateLimit: 500, burstLimit: 1000 };

/** What a line of the access log says: enough to find a request again, nothing of its content. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    at: '$context.requestTimeEpoch',
    route: '$context.routeKey',
    status: '$context.status',
    bytes: '$context.responseLength',
    ms: '$context.responseLatency',
    error: '$context.integrationErrorMessage',
  }),
);

/** The gateway with exactly the declared routes, the functions behind it, and the queues they fill. */
export class ApiStack extends Stack {
  /** Host name of the gateway, for the edge. */
  readonly host: string;
  readonly api: HttpApi;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly queues: Queues;
  /** Shared with what runs in the background, which get variables and rights the same way. */
  readonly meanings: Meanings;

  constructor(scope: Construct, id: string, { options, data, identity, ...props }: ApiProps) {
    super(scope, id, props);
    const secrets = new Secrets(this, 'Secrets', options);
    this.queues = new Queues(this, 'Queues');
    this.meanings = meaningsOf(data, identity, this.queues, senderOf(this, options), {
      FOYER_CURSOR_SECRET: secrets.cursor,
      FOYER_ORIGIN_SECRETS: secrets.origins,
    });
    this.api = new HttpApi(this, 'Api', { apiName: this.stackName, createDefaultStage: false });
    this.addStage();

    const made = new Map<string, LambdaFunction>();
    for (const name of Object.keys(functions) as ApiName[]) {
      const handler = createFunction(this, name, functions[name], this.meanings, options.distDir);
      made.set(name, handler);
      // One instance for all routes: each instance is an integration, and 300 is the limit.
      const integration = new HttpLambdaIntegration(name, handler, { scopePermissionToRoute: false });
      for (const { method, path } of routesOf(name))
        this.addRoute(HttpRouteKey.with(path, HttpMethod[method]), integration);
      if (name === defaultFunction) this.addDefaultRoute(handler, integration);
    }
    this.functions = made;
    this.host = `${this.api.apiId}.execute-api.${this.region}.${this.urlSuffix}`;
    new CfnOutput(this, 'ApiHost', { value: this.host });
  }

  private addStage(): void {
    const destination = new LogGroup(this, 'AccessLogs', { retention: RetentionDays.THREE_MONTHS });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle,
      accessLogSettings: { destination: new LogGroupLogDestination(destination), format: accessLog },
    });
  }

  /** The pattern that CDK permits for all routes is three parts long; the call of this route has two. */
  private addDefaultRoute(handler: LambdaFunction, integration: HttpLambdaIntegration): void {
    this.addRoute(HttpRouteKey.DEFAULT, integration);
    handler.addPermission('default-route', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.formatArn({
        service: 'execute-api',
        resource: this.api.apiId,
        resourceName: '*/$default',
      }),
    });
  }

  private addRoute(routeKey: HttpRouteKey, integration: HttpLambdaIntegration): void {
    const route = new HttpRoute(this, routeKey.key, { httpApi: this.api, routeKey, integration });
    acknowledge(route, {
      'AwsSolutions-APIG4':
        'Tokens are verified in the function: one code path for both pools, refusals as problem+json, ' +
        'and a token of the wrong pool is seen and logged.',
    });
  }
}
