import { describe, expect, test } from 'vitest';
import { mainTable } from '#data/table.ts';
import { grantsOf, isConsumer, isWorker, workers } from '#infra/system.ts';
import { listOf, onlyOf, optionsFor, reader, resourcesOf, stubDist, synthesize } from './synth.ts';

const { templates } = synthesize(optionsFor(stubDist()));
const { data, identity, api, events } = templates;
const read = reader(templates);

interface Statement {
  Effect: string;
  Action: unknown;
  Resource: unknown;
}
interface Document {
  Statement: Statement[];
}
interface Rule {
  actions: string[];
  resources: string[];
}

const ruleOf = ({ Action, Resource }: Statement): Rule => ({
  actions: listOf(Action).map(read).sort(),
  resources: listOf(Resource).map(read).sort(),
});
const sorted = (rules: Rule[]): string[] => rules.map((rule) => JSON.stringify(rule)).sort();

/** The tables by whether they stream, the pool by whether it wants a second factor: not by generated ids. */
const table = (streams: boolean): string =>
  resourcesOf(data, 'AWS::DynamoDB::Table').find(
    ([, { Properties }]) => Boolean(Properties.StreamSpecification) === streams,
  )?.[0] ?? '';
const pool = (mfa: string) =>
  resourcesOf(identity, 'AWS::Cognito::UserPool').find(
    ([, { Properties }]) => Properties.MfaConfiguration === mfa,
  )?.[0];
/** The live queue of a pair: the one that has dead letters beside it. */
function queueArn(name: string): string {
  const found = resourcesOf(api, 'AWS::SQS::Queue').find(
    ([id, { Properties }]) => id.includes(name) && Properties.RedrivePolicy,
  );
  return `<${found?.[0]}.Arn>`;
}
const arns = {
  table: `<${table(true)}.Arn>`,
  directory: `<${table(false)}.Arn>`,
  staffPool: `<${pool('OPTIONAL')}.Arn>`,
  portalPool: `<${pool('OFF')}.Arn>`,
  jobsQueue: queueArn('jobsQueue'),
  mailQueue: queueArn('mailQueue'),
  mailSender: 'arn:<AWS::Partition>:ses:eu-central-1:<AWS::AccountId>:identity/foyer.invalid',
};
const indexes = mainTable.indexes.map((name) => `${arns.table}/index/${name}`);

const running = [api, events].flatMap((template) =>
  resourcesOf(template, 'AWS::Lambda::Function').map(([, { Properties }]) => {
    const own = Properties as {
      Role: unknown;
      LoggingConfig: { LogGroup: { Ref: string } };
      Environment: { Variables: { POWERTOOLS_SERVICE_NAME: string } };
    };
    return {
      template,
      name: own.Environment.Variables.POWERTOOLS_SERVICE_NAME,
      role: read(own.Role).replace('.Arn', ''),
      log: `<${own.LoggingConfig.LogGroup.Ref}.Arn>`,
    };
  }),
);

/** What a consumer of the stream may do beside its grants. */
function consumerRules(): Rule[] {
  const [bucket] = onlyOf(events, 'AWS::S3::Bucket');
  const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
  return [
    { actions: stream.map((action) => `dynamodb:${action}`), resources: [`<${table(true)}.StreamArn>`] },
    { actions: ['s3:ListBucket'], resources: [`<${bucket}.Arn>`] },
    { actions: ['s3:PutObject'], resources: [`<${bucket}.Arn>/aws/lambda/*`] },
  ];
}

/** What a worker may do beside its grants: take from its own queue. */
const workerRules = (name: keyof typeof workers): Rule[] => [
  {
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    resources: [queueArn(workers[name].queue)],
  },
];

describe('a function', () => {
  test.each(running)(
    '$name may do what it declares and write its own log',
    ({ template, name, role, log }) => {
      const policies = resourcesOf(template, 'AWS::IAM::Policy').filter(([, { Properties }]) =>
        listOf(Properties.Roles).map(read).includes(role),
      );
      const statements = policies.flatMap(
        ([, { Properties }]) => (Properties.PolicyDocument as Document).Statement,
      );
      expect(statements.map(({ Effect }) => Effect)).toEqual(statements.map(() => 'Allow'));
      const granted = grantsOf(name)
        .filter(({ actions }) => actions.length > 0)
        .map((grant) => ({
          actions: [...grant.actions].sort(),
          resources: [arns[grant.resource], ...(grant.indexes ? indexes : [])].sort(),
        }));
      expect(sorted(statements.map(ruleOf))).toEqual(
        sorted([
          { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [log] },
          ...granted,
          ...(isConsumer(name) ? consumerRules() : []),
          ...(isWorker(name) ? workerRules(name) : []),
        ]),
      );
    },
  );

  test('has a role of its own, without managed or inline policies', () => {
    expect(new Set(running.map(({ role }) => role)).size).toBe(running.length);
    for (const template of [api, events])
      for (const [, { Properties }] of resourcesOf(template, 'AWS::IAM::Role')) {
        expect(Properties).not.toHaveProperty('ManagedPolicyArns');
        expect(Properties).not.toHaveProperty('Policies');
      }
  });
});

/** Every allowance with a star in it, and why it has to have one. A line that is no longer true fails too. */
const stars: Record<string, string> = {
  'events s3:PutObject on <DeadLettersBucket.Arn>/aws/lambda/*': 'Lambda names the dead letters itself.',
  ...Object.fromEntries(
    ['Staff', 'Portal'].flatMap((site) => [
      [`sites s3:PutObject on <${site}Files.Arn>/*`, 'The files of the app, under any name.'],
      [
        `sites s3:GetObject on <${site}Files.Arn>/*`,
        'CloudFront, of this distribution only, reads the files of the app.',
      ],
      [`sites s3:PutObject on <Logs.Arn>/${site.toLowerCase()}-files/*`, 'S3 names the access logs itself.'],
    ]),
  ),
};

describe('everywhere', () => {
  const documents = Object.entries(templates).flatMap(([stack, template]) => {
    const attached = [
      'AWS::IAM::Policy',
      'AWS::S3::BucketPolicy',
      'AWS::SNS::TopicPolicy',
      'AWS::SQS::QueuePolicy',
    ].flatMap((type) =>
      resourcesOf(template, type).map(([, { Properties }]) => Properties.PolicyDocument as Document),
    );
    const inline = resourcesOf(template, 'AWS::IAM::Role').flatMap(([, { Properties }]) =>
      ((Properties.Policies ?? []) as { PolicyDocument: Document }[]).map((policy) => policy.PolicyDocument),
    );
    return [...attached, ...inline].map((document) => ({ stack, document }));
  });

  test('ATK-48: a star is allowed nowhere but where it is named', () => {
    const found = documents.flatMap(({ stack, document }) =>
      document.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap((statement) => {
        const { actions, resources } = ruleOf(statement);
        return actions.flatMap((action) =>
          resources
            .filter((resource) => `${action}${resource}`.includes('*'))
            .map((resource) => `${stack} ${action} on ${resource.replace(/[0-9A-F]{8}(?=\.Arn>)/, '')}`),
        );
      }),
    );
    expect([...new Set(found)].sort()).toEqual(Object.keys(stars).sort());
  });

  test('ATK-48: no role has a managed policy, and every refusal is of unencrypted transport', () => {
    for (const template of Object.values(templates)) {
      template.resourceCountIs('AWS::IAM::ManagedPolicy', 0);
      for (const [, { Properties }] of resourcesOf(template, 'AWS::IAM::Role'))
        expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    }
    const refusals = documents.flatMap(({ document }) =>
      document.Statement.filter(({ Effect }) => Effect === 'Deny'),
    );
    for (const refusal of refusals)
      expect(JSON.stringify(refusal)).toMatch(/"aws:SecureTransport":"false"|"s3:TlsVersion":1.2/);
  });
});
