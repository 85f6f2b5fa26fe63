import { expect, test } from 'vitest';
import { MOST_EVIDENCE } from '#contracts/schemas/requirement.ts';
import { refused } from '../support/refused.ts';
import { givenRequirement, inDays, today } from '../support/requirements.ts';
import { expectSound } from '../support/sound.ts';

test('K3: accepted evidence meets the requirement until the last of it ends; rejecting it takes that back', async () => {
  const { prove, review, read, params } = await givenRequirement({ validityDays: 100 });
  const long = await prove(inDays(200));
  expect(await read()).toMatchObject({ state: 'in_progress', evidence: [{ review: 'pending' }] });
  const short = await prove(null);
  await review(long, 'accepted');
  await review(short, 'accepted');
  expect(await read()).toMatchObject({ state: 'compliant', expiresOn: inDays(200) });
  await review(long, 'rejected');
  expect(await read()).toMatchObject({ state: 'compliant', expiresOn: inDays(90) });
  await review(short, 'rejected');
  expect(await read()).toMatchObject({ state: 'in_progress', expiresOn: null });
  await expectSound(params);
});

test('K3: where four eyes are needed, nobody accepts what he added himself, nor marks it met without', async () => {
  const { prove, review, read, move, api, at, join, params } = await givenRequirement({ fourEyes: true });
  const own = await prove(inDays(200));
  expect(await refused(review(own, 'accepted'))).toEqual([409, 'four_eyes']);
  expect(await refused(move({ status: 'compliant' }))).toEqual([409, 'four_eyes']);
  expect(await read()).toMatchObject({ fourEyes: true, version: 2, evidence: [{ review: 'pending' }] });
  const other = (await join('manager')).api;
  const accepting = {
    params: { ...at, evidenceId: own },
    ifMatch: 2,
    body: { decision: 'accepted' as const },
  };
  await other.requirements.reviewEvidence(accepting);
  expect(await read()).toMatchObject({ state: 'compliant', expiresOn: inDays(200) });
  await move({ status: 'partial' });
  await move({ status: 'compliant' });
  await review(own, 'rejected');
  expect(await refused(move({ status: 'compliant' }))).toEqual([409, 'four_eyes']);
  await api.standards.update({
    params: { ...params, standardKey: 'iso_9001' },
    ifMatch: 1,
    body: { fourEyes: false },
  });
  await review(own, 'accepted');
  expect(await read()).toMatchObject({ state: 'compliant', fourEyes: false });
  await expectSound(params);
});

test('K3: four eyes take evidence that holds today, and nothing is met for longer than it holds', async () => {
  const { prove, read, move, at, join, params } = await givenRequirement({ fourEyes: true });
  const other = (await join('manager')).api;
  const accept = async (evidenceId: Awaited<ReturnType<typeof prove>>) =>
    other.requirements.reviewEvidence({
      params: { ...at, evidenceId },
      ifMatch: (await read()).version,
      body: { decision: 'accepted' },
    });
  await accept(await prove(inDays(-5)));
  expect(await read()).toMatchObject({ status: 'compliant', state: 'expired' });
  for (const body of [{ expiresOn: '2099-12-31' }, { expiresOn: null }, {}]) {
    expect(await refused(move({ status: 'compliant', ...body }))).toEqual([409, 'four_eyes']);
  }
  await accept(await prove(inDays(100)));
  await expect(move({ status: 'compliant', expiresOn: inDays(101) })).rejects.toMatchObject({
    status: 422,
    errors: [{ pointer: '/expiresOn', code: 'after_evidence' }],
  });
  await move({ status: 'partial' });
  await move({ status: 'compliant', expiresOn: null });
  expect(await read()).toMatchObject({ state: 'compliant', expiresOn: inDays(100) });
  await move({ status: 'compliant', expiresOn: inDays(90) });
  expect(await read()).toMatchObject({ expiresOn: inDays(90) });
  await expectSound(params);
});

test('K3, K6: what was accepted is never lost: corrected and withdrawn evidence stays, and none makes room for more', async () => {
  const { prove, review, read, api, at, params } = await givenRequirement();
  const first = await prove(inDays(200));
  await review(first, 'accepted');
  const correction = { label: 'Certificate, page 2 too', url: 'files.test/2.pdf', issuedOn: inDays(-10) };
  const correct = async (corrects: typeof first) =>
    api.requirements.addEvidence({
      params: at,
      ifMatch: (await read()).version,
      body: { ...correction, expiresOn: inDays(150), corrects },
    });
  await correct(first);
  expect(await read()).toMatchObject({
    status: 'in_progress',
    expiresOn: null,
    evidence: [
      { label: correction.label, review: 'pending', acceptedAt: null },
      { id: first, review: 'withdrawn', reason: `Corrected by ${correction.label}` },
    ],
  });
  expect((await read()).evidence[1]?.acceptedAt).toEqual(expect.any(String));
  await expect(correct(first)).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/corrects' }] });
  const rejected = await prove(null);
  await review(rejected, 'rejected');
  while ((await read()).evidence.length < MOST_EVIDENCE) await review(await prove(null), 'accepted');
  await prove(null);
  const kept = (await read()).evidence.map(({ id }) => id);
  expect(kept).toHaveLength(MOST_EVIDENCE);
  expect(kept).toContain(first);
  expect(kept).not.toContain(rejected);
  expect(await refused(prove(null))).toEqual([409, 'evidence_full']);
  await expectSound(params);
});

test('K3: evidence of a day to come proves nothing yet, and a year beyond the calendar is none', async () => {
  const { prove, read, params } = await givenRequirement({ validityDays: 365 });
  for (const issuedOn of [inDays(2), '9999-12-31']) {
    await expect(prove(null, issuedOn)).rejects.toMatchObject({
      status: 422,
      errors: [{ pointer: '/issuedOn' }],
    });
  }
  await prove(null, today());
  expect(await read()).toMatchObject({ evidence: [{ expiresOn: inDays(365) }] });
  await expectSound(params);
});

test('K4: reminders sleep until the deadline at most, and for a year where none is ahead', async () => {
  const { api, at, read } = await givenRequirement();
  const snooze = async (until: string, more: object = {}) =>
    api.requirements.update({
      params: at,
      ifMatch: (await read()).version,
      body: { snooze: { until, reason: 'The auditor is booked' }, ...more },
    });
  for (const [until, more] of [
    ['9999-12-31', {}],
    [inDays(41), {}],
    [inDays(30), { dueOn: inDays(20) }],
    [inDays(367), { dueOn: null }],
    [today(), {}],
  ] as const) {
    await expect(snooze(until, more)).rejects.toMatchObject({ errors: [{ pointer: '/snooze/until' }] });
  }
  await snooze(inDays(40));
  await snooze(inDays(60), { dueOn: inDays(-2) });
  expect(await read()).toMatchObject({ snooze: { until: inDays(60) } });
});

test('K3: bad evidence is refused field by field, a rejection without a reason too', async () => {
  const { api, at, prove, read } = await givenRequirement();
  const bad = await api.requirements
    .addEvidence({
      params: at,
      ifMatch: 1,
      body: { label: ' ', url: 'javascript:alert(1)', issuedOn: '2026-02-30' },
    })
    .catch((error) => error.errors);
  expect(bad.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '/issuedOn',
    '/label',
    '/url',
  ]);
  await expect(prove(inDays(-20))).rejects.toMatchObject({ errors: [{ pointer: '/expiresOn' }] });
  const evidenceId = await prove(inDays(20));
  const { version } = await read();
  await expect(
    api.requirements.reviewEvidence({
      params: { ...at, evidenceId },
      ifMatch: version,
      body: { decision: 'rejected' },
    }),
  ).rejects.toMatchObject({ status: 422, errors: [{ pointer: '/reason' }] });
});
