import { Duration, type Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { QueuePair } from './queues.ts';

/** A function as it runs. */
export interface Named {
  name: string;
  handler: LambdaFunction;
}

/** A consumer with the mapping that feeds it. */
export interface Consumer extends Named {
  mappingId: string;
}

/** A worker with its queues. */
export type Worker = Named & QueuePair;

interface Watched {
  functions: readonly (readonly [name: string, handler: LambdaFunction])[];
  consumers: readonly Consumer[];
  workers: readonly Worker[];
  schedules: readonly Named[];
  apiId: string;
  email?: string;
}

const PERIOD = Duration.minutes(5);
/** The timeline may lag; more than this is a stuck stream, and the stream forgets after a day. */
const STALE_AFTER = Duration.minutes(15);
/** A job may fail and come again a few times before somebody is woken. */
const LEFT_LYING_AFTER = Duration.hours(3);

/** What a person is woken for, and one page of graphs to look at then. */
export function watch(stack: Stack, watched: Watched): void {
  const { functions, consumers, workers, schedules, apiId, email } = watched;
  const action = new SnsAction(createTopic(stack, email));
  const alarm = (id: string, metric: IMetric, limit: number, description: string): void => {
    new Alarm(stack, id, {
      alarmName: `${stack.stackName}-${id}`,
      alarmDescription: description,
      metric,
      threshold: limit,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(action);
  };

  const background = [...consumers, ...workers, ...schedules];
  const all = [...functions, ...background.map(({ name, handler }) => [name, handler] as const)];
  for (const [name, handler] of all) {
    alarm(`${name}-errors`, errorsOf(name, handler), 0, `${name} ended in an error that nothing caught.`);
    alarm(`${name}-throttles`, throttlesOf(name, handler), 0, `${name} was refused capacity.`);
  }
  for (const consumer of consumers) {
    const { name } = consumer;
    alarm(`${name}-age`, ageOf(consumer), STALE_AFTER.toMilliseconds(), `${name} lags behind the table.`);
    alarm(`${name}-dead-letters`, lettersOf(consumer), 0, `${name} gave records up to the dead letters.`);
    alarm(
      `${name}-dropped`,
      droppedOf(consumer),
      0,
      `${name} lost records: not even the dead letters have them.`,
    );
  }
  for (const worker of workers) {
    const { name } = worker;
    const limit = LEFT_LYING_AFTER.toSeconds();
    alarm(`${name}-age`, lyingOf(worker), limit, `${name} leaves messages lying.`);
    alarm(`${name}-dead-letters`, deadOf(worker), 0, `${name} gave messages up to the dead letters.`);
  }
  alarm('api-5xx', gateway(apiId, '5xx', Stats.SUM), 5, 'The gateway answers with server errors.');

  dashboard(stack, watched, all);
}

function dashboard(
  stack: Stack,
  { apiId, consumers, workers }: Watched,
  all: readonly (readonly [string, LambdaFunction])[],
): void {
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  new Dashboard(stack, 'Dashboard', {
    dashboardName: stack.stackName,
    widgets: [
      [
        graph(
          'Requests',
          ['Count', '4xx', '5xx'].map((name) => gateway(apiId, name, Stats.SUM)),
        ),
        graph(
          'Latency',
          ['p50', 'p95', 'p99'].map((statistic) => gateway(apiId, 'Latency', statistic)),
        ),
      ],
      [
        graph(
          'Errors',
          all.map(([name, handler]) => errorsOf(name, handler)),
        ),
        graph(
          'Throttles',
          all.map(([name, handler]) => throttlesOf(name, handler)),
        ),
      ],
      [
        graph('Lag of the stream', consumers.map(ageOf)),
        graph(
          'Records given up',
          consumers.flatMap((consumer) => [lettersOf(consumer), droppedOf(consumer)]),
        ),
      ],
      [graph('Age of messages', workers.map(lyingOf)), graph('Messages given up', workers.map(deadOf))],
    ],
  });
}

/** Where alarms are said. Unlike the default policy, this one also refuses plain http. */
function createTopic(stack: Stack, email: string | undefined): Topic {
  const topic = new Topic(stack, 'Alarms', { enforceSSL: true });
  topic.addToResourcePolicy(
    new PolicyStatement({
      actions: ['sns:Publish'],
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  if (email) topic.addSubscription(new EmailSubscription(email));
  return topic;
}

const errorsOf = (label: string, handler: LambdaFunction): Metric =>
  handler.metricErrors({ label, period: PERIOD, statistic: Stats.SUM });

const throttlesOf = (label: string, handler: LambdaFunction): Metric =>
  handler.metricThrottles({ label, period: PERIOD, statistic: Stats.SUM });

const ageOf = ({ name, handler }: Consumer): Metric =>
  handler.metric('IteratorAge', { label: name, period: PERIOD, statistic: Stats.MAXIMUM });

const lyingOf = ({ name, queue }: Worker): Metric =>
  queue.metricApproximateAgeOfOldestMessage({ label: name, period: PERIOD, statistic: Stats.MAXIMUM });

const deadOf = ({ name, deadLetters }: Worker): Metric =>
  deadLetters.metricApproximateNumberOfMessagesVisible({
    label: name,
    period: PERIOD,
    statistic: Stats.MAXIMUM,
  });

const lettersOf = (consumer: Consumer): Metric =>
  mappingMetric(consumer, 'OnFailureDestinationDeliveredEventCount', 'dead letters');

const droppedOf = (consumer: Consumer): Metric => mappingMetric(consumer, 'DroppedEventCount', 'dropped');

function mappingMetric({ name, mappingId }: Consumer, metricName: string, what: string): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { EventSourceMappingUUID: mappingId },
    label: `${name}: ${what}`,
    period: PERIOD,
    statistic: Stats.SUM,
  });
}

function gateway(apiId: string, metricName: string, statistic: string): Metric {
  return new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId: apiId },
    label: statistic === Stats.SUM ? metricName : statistic,
    period: PERIOD,
    statistic,
  });
}
