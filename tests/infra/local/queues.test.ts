import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalCloud, startCloud } from '#infra/local/cloud.ts';
import { accessKeyOf, mailSender } from '#infra/local/names.ts';
import { openQueues } from '#infra/local/queues.ts';
import { blueprint } from './fixtures/blueprint.ts';

/** Queues, mail and schedules through the real SDK, over the small system of the fixtures. */

let cloud: LocalCloud;
const report: string[] = [];

beforeAll(async () => {
  cloud = await startCloud({ dataDir: null, port: 0, blueprint, log: (line) => report.push(line) });
});
afterAll(() => cloud.close());

const connection = (accessKeyId: string, endpoint: string) => ({
  region: 'eu-central-1',
  endpoint,
  credentials: { accessKeyId, secretAccessKey: 'local' },
  maxAttempts: 1,
});
const sqs = (name: string) => new SQSClient(connection(accessKeyOf(name), cloud.endpoints.dynamodb));
const ses = (name: string) => new SESv2Client(connection(accessKeyOf(name), cloud.endpoints.dynamodb));
const queueUrl = (name: string) => `${cloud.endpoints.dynamodb}/000000000000/${name}`;
const message = (queue: string, MessageBody = 'x') =>
  new SendMessageCommand({ QueueUrl: queueUrl(queue), MessageBody });
const email = (FromEmailAddress: string = mailSender.from, to = 'ines@example.test') =>
  new SendEmailCommand({
    FromEmailAddress,
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'A line.\n' } } } },
  });
const mailsTo = (to: string) => cloud.mail.messages().filter((mail) => mail.to === to);
const letter = (to: string, subject = 'Welcome') => ({ to, subject, text: 'Good to have you.' });
const post = (to: string) => cloud.invoke('poster', letter(to));

describe('a letter', () => {
  test('goes from a function through the queue and its worker into the mailbox', async () => {
    await post('anna@example.test');
    await cloud.idle();
    expect(mailsTo('anna@example.test')).toMatchObject([{ subject: 'Welcome', text: 'Good to have you.' }]);
    expect(cloud.queue('foyer-mail')).toMatchObject({ waiting: [], dead: [] });
  });

  test('FLT-39 waits while the mail service is away, and no function fails for it', async () => {
    const id = cloud.faults.add({
      seed: 1,
      rules: [
        { kind: 'server_error', operation: 'SendEmail', after: 0, probability: 1, count: 4, delayMs: 1 },
      ],
    });
    await post('bela@example.test');
    await cloud.idle();
    expect(cloud.faults.lift(id)).toMatchObject([{ struck: 4 }]);
    expect(mailsTo('bela@example.test')).toHaveLength(1);
  });

  test('that is none lies with the dead letters after its tries, and nothing waits behind it', async () => {
    const bad = { ...letter('no address'), text: 'poison' };
    await sqs('poster').send(message('foyer-mail', JSON.stringify(bad)));
    await post('carl@example.test');
    await cloud.idle();
    expect(mailsTo('carl@example.test')).toHaveLength(1);
    const { waiting, dead } = cloud.queue('foyer-mail');
    expect(waiting).toEqual([]);
    expect(dead).toMatchObject([{ body: JSON.stringify(bad), receives: 3 }]);
    expect(report.join('\n')).toContain('letters gave a message up to the dead letters');
  });
});

describe('the local IAM', () => {
  test('lets a function put messages into the queue it is granted, and send as its sender', async () => {
    const { MessageId } = await sqs('poster').send(
      message('foyer-mail', JSON.stringify(letter('d@example.test'))),
    );
    expect(MessageId).toMatch(/^[\w-]{36}$/);
    expect((await ses('letters').send(email())).MessageId).toBeTruthy();
    expect(mailsTo('ines@example.test')).toHaveLength(1);
  });

  const denied = (name: string, action: string, arn: string) => ({
    name: expect.stringContaining('AccessDenied'),
    message: `User: arn:aws:sts::000000000000:assumed-role/${name}/${name} is not authorized to perform: ${action} on resource: arn:aws:${arn} because no identity-based policy allows the ${action} action`,
  });

  test.each([
    ['reader', 'foyer-mail'],
    ['poster', 'foyer-jobs'],
  ])('refuses a message of %s to %s', async (name, queue) => {
    await expect(sqs(name).send(message(queue))).rejects.toMatchObject(
      denied(name, 'sqs:SendMessage', `sqs:eu-central-1:000000000000:${queue}`),
    );
    expect(cloud.queue(queue).waiting).toEqual([]);
  });

  test('refuses to let a function read the queue it fills', async () => {
    const receive = new ReceiveMessageCommand({ QueueUrl: queueUrl('foyer-mail') });
    await expect(sqs('poster').send(receive)).rejects.toMatchObject(
      denied('poster', 'sqs:ReceiveMessage', 'sqs:eu-central-1:000000000000:foyer-mail'),
    );
  });

  test.each([
    ['poster', mailSender.from, mailSender.domain],
    ['letters', 'Foyer <hello@foyer.localhost.example.com>', 'foyer.localhost.example.com'],
  ])('refuses a mail of %s from %s', async (name, from, domain) => {
    await expect(ses(name).send(email(from, 'eve@example.test'))).rejects.toMatchObject(
      denied(name, 'ses:SendEmail', `ses:eu-central-1:000000000000:identity/${domain}`),
    );
    expect(mailsTo('eve@example.test')).toEqual([]);
  });

  test('knows no other queue', async () => {
    const admin = new SQSClient(connection('FOYERLOCALADMIN', cloud.endpoints.dynamodb));
    await expect(admin.send(message('elsewhere'))).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });
});

describe('schedules', () => {
  /** What the function printed arrives a moment after its answer. */
  const printed = (text: string) =>
    expect.poll(() => cloud.logs('hourly').filter((line) => line.includes(text)).length, { timeout: 10_000 });

  test('run at the time they are told, not at that of the machine', async () => {
    await cloud.runSchedule('hourly', new Date('2031-05-06T07:00:00.000Z'));
    await printed('began at 2031-05-06T07:00:00.000Z').toBe(1);
    await printed('"hour":"07"').toBe(1);
  });

  test('that fail are tried as often as declared', async () => {
    const run = cloud.runSchedule('hourly', new Date('2031-05-06T13:00:00.000Z'));
    await expect(run).rejects.toThrow('not in this hour');
    await printed('began at 2031-05-06T13').toBe(2);
  });

  test('can be run from another process, with the admin key only', async () => {
    const order = (key: string, at: string) =>
      fetch(`${cloud.endpoints.dynamodb}/__schedules`, {
        method: 'POST',
        headers: { authorization: `AWS4-HMAC-SHA256 Credential=${key}/x/x/x/aws4_request` },
        body: JSON.stringify({ name: 'hourly', at }),
      });
    expect((await order(accessKeyOf('reader'), '2031-05-06T09:00:00.000Z')).status).toBe(400);
    expect((await order('FOYERLOCALADMIN', '2031-05-06T08:00:00.000Z')).status).toBe(200);
    await printed('began at 2031-05-06T08').toBe(1);
    await printed('began at 2031-05-06T09').toBe(0);
  });
});

describe('messages on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-queues-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const rules = { batchSize: 10, receives: 2, hiddenMs: 600_000 };

  test('outlive a kill: what somebody was working on is given out again, and counts', () => {
    const first = openQueues(folder, ['q']);
    const { id } = first.send('q', 'one');
    first.remove('q', first.send('q', 'two').id);
    expect(first.receive('q', rules)).toMatchObject([{ id, receives: 1 }]);
    expect(first.receive('q', rules)).toEqual([]);

    const second = openQueues(folder, ['q']);
    expect(second.receive('q', rules)).toMatchObject([{ id, body: 'one', receives: 2 }]);

    const third = openQueues(folder, ['q']);
    expect(third.receive('q', rules)).toEqual([]);
    expect(openQueues(folder, ['q']).dead('q')).toMatchObject([{ id, receives: 2 }]);
    expect(openQueues(folder, ['q']).waiting('q')).toEqual([]);
  });

  test('stay hidden for as long as they were given out, and wait for as long as they were told', () => {
    const queues = openQueues(null, ['q']);
    queues.send('q', 'late', 600);
    expect(queues.receive('q', rules)).toEqual([]);
    const { id } = queues.send('q', 'now');
    expect(queues.receive('q', { ...rules, batchSize: 1 })).toHaveLength(1);
    queues.release('q', id, 0);
    expect(queues.receive('q', rules)).toMatchObject([{ id, receives: 2 }]);
  });
});
