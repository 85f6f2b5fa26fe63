import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { allRoutes } from '#contracts/routes.ts';
import {
  consumers,
  defaultFunction,
  environmentOf,
  everyFunction,
  functions,
  type QueueWorker,
  routesOf,
  type StreamConsumer,
  schedules,
  type When,
  workers,
} from '#infra/system.ts';
import {
  bundleOf,
  onlyOf,
  optionsFor,
  type Resource,
  reader,
  resourcesOf,
  stubDist,
  synthesize,
} from './synth.ts';

const options = optionsFor(stubDist());
const { templates } = synthesize(options);
const { api, events } = templates;
const read = reader(templates);

interface FunctionProperties {
  Code: { S3Key: string };
  Environment: { Variables: Record<string, unknown> };
  Handler: string;
  Runtime: string;
  Architectures: string[];
  MemorySize: number;
  Timeout: number;
}

const properties = <T>(resource: Resource): T => resource.Properties as T;

const running = [
  ...resourcesOf(api, 'AWS::Lambda::Function'),
  ...resourcesOf(events, 'AWS::Lambda::Function'),
].map(([id, resource]) => {
  const own = properties<FunctionProperties>(resource);
  return { id, own, name: String(own.Environment.Variables.POWERTOOLS_SERVICE_NAME) };
});
const idOf = (name: string): string | undefined => running.find((one) => one.name === name)?.id;

describe('routes', () => {
  const integrations = new Map(
    resourcesOf(api, 'AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => [
      `integrations/<${id}>`,
      Properties,
    ]),
  );
  const rendered = resourcesOf(api, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => ({
    key: String(Properties.RouteKey),
    handler: read(integrations.get(read(Properties.Target))?.IntegrationUri),
  }));

  test('are the declared ones, each to its function, and the one for all other paths', () => {
    const declared = (Object.keys(functions) as (keyof typeof functions)[]).flatMap((name) =>
      routesOf(name).map(({ key }) => ({ key: key as string, handler: `<${idOf(name)}.Arn>` })),
    );
    const rest = { key: '$default', handler: `<${idOf(defaultFunction)}.Arn>` };
    const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key);
    expect(rendered.sort(byKey)).toEqual([...declared, rest].sort(byKey));
  });

  test('leave out none of the contracts', () => {
    const keys = rendered.map(({ key }) => key).filter((key) => key !== '$default');
    expect(keys.sort()).toEqual(
      allRoutes()
        .map(({ route }) => route.key as string)
        .sort(),
    );
  });

  test('share one integration of payload 2.0 and one permission for each function', () => {
    expect(integrations.size).toBe(Object.keys(functions).length);
    for (const integration of integrations.values()) expect(integration.PayloadFormatVersion).toBe('2.0');
    const permitted = resourcesOf(api, 'AWS::Lambda::Permission').map(([, { Properties }]) => ({
      handler: read(Properties.FunctionName),
      source: read(Properties.SourceArn).replace(/^.*?\//, ''),
    }));
    const texts = (permissions: { handler: string; source: string }[]) =>
      permissions.map(({ handler, source }) => `${handler} by ${source}`).sort();
    expect(texts(permitted)).toEqual(
      texts([
        ...Object.keys(functions).map((name) => ({ handler: `<${idOf(name)}.Arn>`, source: '*/*/*' })),
        { handler: `<${idOf(defaultFunction)}.Arn>`, source: '*/$default' },
      ]),
    );
  });

  test('are logged and throttled', () => {
    api.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      AutoDeploy: true,
      AccessLogSettings: { DestinationArn: Match.anyValue(), Format: Match.stringLikeRegexp('requestId') },
      DefaultRouteSettings: { ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000 },
    });
  });
});

describe('functions', () => {
  test.each(Object.entries(everyFunction))('%s is as declared', (name, declared) => {
    const one = running.find((candidate) => candidate.name === name);
    expect(one?.own).toMatchObject({
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: declared.memoryMb,
      Timeout: declared.timeoutSeconds,
    });
    const powertools = ['POWERTOOLS_LOG_LEVEL', 'POWERTOOLS_METRICS_NAMESPACE', 'POWERTOOLS_SERVICE_NAME'];
    expect(Object.keys(one?.own.Environment.Variables ?? {}).sort()).toEqual([
      ...environmentOf(name),
      ...powertools,
    ]);
    const asset = `asset.${one?.own.Code.S3Key.replace(/\.zip$/, '')}`;
    expect(readFileSync(join(options.outdir, asset, 'index.mjs'), 'utf8')).toBe(bundleOf(name));
  });

  test('are all there are, each with a log that ends', () => {
    expect(running.map(({ name }) => name).sort()).toEqual(Object.keys(everyFunction).sort());
    for (const template of Object.values(templates))
      for (const [, { Properties }] of resourcesOf(template, 'AWS::Logs::LogGroup'))
        expect(Properties.RetentionInDays).toBeGreaterThan(0);
  });
});

describe('stream consumers', () => {
  const declared: [string, StreamConsumer][] = Object.entries(consumers);
  const mappings = resourcesOf(events, 'AWS::Lambda::EventSourceMapping').filter(
    ([, { Properties }]) => Properties.StartingPosition,
  );
  const [bucketId] = onlyOf(events, 'AWS::S3::Bucket');
  const streamArn = `<${resourcesOf(templates.data, 'AWS::DynamoDB::Table').find(([, { Properties }]) => Properties.StreamSpecification)?.[0]}.StreamArn>`;

  test('are two at most, one mapping each', () => {
    expect(mappings).toHaveLength(declared.length);
    expect(declared.length).toBeLessThanOrEqual(2);
  });

  test.each(declared)('%s is fed as declared', (name, consumer) => {
    const mapping = mappings.find(
      ([, { Properties }]) => read(Properties.FunctionName) === `<${idOf(name)}>`,
    )?.[1];
    const filter = (image: string) => ({
      Pattern: JSON.stringify({ dynamodb: { [image]: { __edb_e__: { S: consumer.entities } } } }),
    });
    const { FunctionName, EventSourceArn, DestinationConfig, ...own } = mapping?.Properties ?? {};
    expect(own).toEqual({
      StartingPosition: 'TRIM_HORIZON',
      BatchSize: consumer.batchSize,
      MaximumRetryAttempts: consumer.retries,
      MaximumRecordAgeInSeconds: consumer.maxAgeHours * 3600,
      BisectBatchOnFunctionError: consumer.bisect,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: { Filters: [filter('NewImage'), filter('OldImage')] },
      MetricsConfig: { Metrics: ['EventCount'] },
    });
    expect(read(EventSourceArn)).toBe(streamArn);
    expect(DestinationConfig).toEqual({ OnFailure: { Destination: { 'Fn::GetAtt': [bucketId, 'Arn'] } } });
  });

  test('and every function, worker and schedule have their alarms, all told to the same topic', () => {
    const [topicId] = onlyOf(events, 'AWS::SNS::Topic');
    const alarms = resourcesOf(events, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    for (const alarm of alarms) expect(alarm.AlarmActions).toEqual([{ Ref: topicId }]);
    const names = alarms.map(({ AlarmName }) => String(AlarmName).replace('foyer-test-events-', ''));
    expect(names.sort()).toEqual(
      [
        ...running.flatMap(({ name }) => [`${name}-errors`, `${name}-throttles`]),
        ...declared.flatMap(([name]) => [`${name}-age`, `${name}-dead-letters`, `${name}-dropped`]),
        ...Object.keys(workers).flatMap((name) => [`${name}-age`, `${name}-dead-letters`]),
        'api-5xx',
      ].sort(),
    );
    events.resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });
});

describe('workers', () => {
  const declared: [string, QueueWorker][] = Object.entries(workers);
  const mappings = resourcesOf(events, 'AWS::Lambda::EventSourceMapping');
  const queues = resourcesOf(api, 'AWS::SQS::Queue');
  const live = (name: string) =>
    queues.find(([id, { Properties }]) => id.includes(name) && Properties.RedrivePolicy);

  test('have a queue each, encrypted and closed to plain http, and its dead letters beside it', () => {
    expect(queues).toHaveLength(2 * declared.length);
    api.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true });
    api.resourceCountIs('AWS::SQS::QueuePolicy', queues.length);
  });

  test.each(declared)('%s is fed as declared', (name, worker) => {
    const queue = live(worker.queue);
    expect(queue?.[1].Properties.VisibilityTimeout).toBe(6 * worker.timeoutSeconds);
    expect(queue?.[1].Properties.RedrivePolicy).toMatchObject({ maxReceiveCount: worker.receives });
    const mapping = mappings.find(
      ([, { Properties }]) => read(Properties.FunctionName) === `<${idOf(name)}>`,
    )?.[1];
    const { FunctionName, EventSourceArn, ...own } = mapping?.Properties ?? {};
    expect(own).toEqual({ BatchSize: worker.batchSize, FunctionResponseTypes: ['ReportBatchItemFailures'] });
    expect(read(EventSourceArn)).toBe(`<${queue?.[0]}.Arn>`);
  });
});

/** EventBridge's own words for when something runs. */
function expressionOf(when: When): string {
  if ('everyMinutes' in when)
    return when.everyMinutes === 60 ? 'rate(1 hour)' : `rate(${when.everyMinutes} minutes)`;
  const [hour, minute] = when.dailyAt.split(':').map(Number);
  return `cron(${minute} ${hour} * * ? *)`;
}

describe('schedules', () => {
  const rules = resourcesOf(events, 'AWS::Events::Rule');
  const invokes = resourcesOf(events, 'AWS::Lambda::EventInvokeConfig');
  const declared = Object.entries(schedules);

  test('are the declared ones, and no others', () => {
    expect([rules.length, invokes.length]).toEqual([declared.length, declared.length]);
  });

  test.each(declared)(
    '%s wakes its function as declared, and Lambda repeats what failed',
    (name, schedule) => {
      const rule = rules.find(
        ([, { Properties }]) =>
          read((Properties.Targets as { Arn: unknown }[])[0]?.Arn) === `<${idOf(name)}.Arn>`,
      );
      expect(rule?.[1].Properties).toMatchObject({
        ScheduleExpression: expressionOf(schedule.when),
        State: 'ENABLED',
      });
      const invoke = invokes.find(
        ([, { Properties }]) => read(Properties.FunctionName) === `<${idOf(name)}>`,
      );
      expect(invoke?.[1].Properties.MaximumRetryAttempts).toBe(schedule.retries);
    },
  );
});
