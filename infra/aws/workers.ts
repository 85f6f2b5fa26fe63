import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule as Timetable } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { QueueWorker, Schedule, When } from '../system.ts';

/**
 * Ties a worker to its queue as it is declared. Not by SqsEventSource, which also grants what Lambda does not
 * need; these three actions are what it documents.
 */
export function feed(
  scope: Construct,
  name: string,
  { batchSize }: QueueWorker,
  handler: LambdaFunction,
  queue: IQueue,
): void {
  handler.addToRolePolicy(
    new PolicyStatement({
      actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
      resources: [queue.queueArn],
    }),
  );
  new EventSourceMapping(scope, `${name}-source`, {
    target: handler,
    eventSourceArn: queue.queueArn,
    batchSize,
    reportBatchItemFailures: true,
  });
}

/** Has a function woken at its times. What it could not do after its retries is an alarm of the function. */
export function wake(scope: Construct, name: string, schedule: Schedule, handler: LambdaFunction): void {
  const retry = { retryAttempts: schedule.retries, maxEventAge: Duration.hours(6) };
  handler.configureAsyncInvoke(retry);
  new Rule(scope, `${name}-rule`, {
    description: `Foyer: ${name}`,
    schedule: timetable(schedule.when),
    targets: [new LambdaTarget(handler, retry)],
  });
}

function timetable(when: When): Timetable {
  if ('everyMinutes' in when) return Timetable.rate(Duration.minutes(when.everyMinutes));
  const [hour = '0', minute = '0'] = when.dailyAt.split(':').map((part) => String(Number(part)));
  return Timetable.cron({ hour, minute });
}
