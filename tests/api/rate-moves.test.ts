import { beforeEach, describe, expect, test } from 'vitest';
import { givenWorkspace } from '../support/given.ts';
import { engineer, ratesOf } from '../support/rates.ts';
import { refusalOf } from '../support/refused.ts';
import { expectSound } from '../support/sound.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let rates: Awaited<ReturnType<typeof ratesOf>>;

beforeEach(async () => {
  given = await givenWorkspace();
  rates = await ratesOf(given);
});

describe('uplift and copy', () => {
  test('a raise previews, then ends what was and begins what will be', async () => {
    await rates.change({ put: [engineer({ regular: 9_999, overtime: 15_000, effectiveTo: '2026-12-31' })] });
    const body = { percent: 500, from: '2026-07-01', roundTo: 100 } as const;
    const raise = (preview: 'true' | 'false') =>
      given.api.rates.uplift({ params: rates.params(), query: { preview }, body });
    const { data: preview } = await raise('true');
    expect(preview).toMatchObject({
      written: false,
      data: [{ before: { regular: 9_999 }, after: { regular: 10_500, overtime: 15_800 } }],
    });
    expect(await rates.all()).toHaveLength(1);
    await raise('false');
    expect(await rates.all()).toMatchObject([
      { effectiveTo: '2026-06-30', regular: 9_999 },
      { effectiveFrom: '2026-07-01', effectiveTo: '2026-12-31', regular: 10_500 },
    ]);
    expect((await raise('false')).data).toMatchObject({ data: [], skipped: ['Engineer'] });
    expect(await rates.all()).toHaveLength(2);
    await expectSound(given);
  });

  test('a copy takes over what is missing, from the card or from a client that is seen', async () => {
    await rates.changeCard({
      put: [engineer({ regular: 1 }), engineer({ position: 'Designer', regular: 2 })],
    });
    await rates.change({ put: [engineer()] });
    const body = { from: 'card', effectiveFrom: '2026-03-01' } as const;
    const { data } = await given.api.rates.copy({ params: rates.params(), body });
    expect(data).toMatchObject({
      written: true,
      data: [{ positionName: 'Designer' }],
      skipped: ['Engineer'],
    });
    const other = await rates.client('Other');
    await given.api.rates.copy({
      params: { ...rates.params(), clientId: other },
      body: { from: rates.clientId, effectiveFrom: '2026-03-01' },
    });
    const { data: copied } = await given.api.rates.list({ params: { ...rates.params(), clientId: other } });
    expect(copied?.data.map(({ regular }) => regular)).toEqual([2, 10_000]);
    expect(
      await refusalOf(
        given.api.rates.copy({
          params: rates.params(),
          body: { from: rates.clientId, effectiveFrom: '2026-03-01' },
        }),
      ),
    ).toMatchObject({ status: 422 });
  });

  test('R6 a copy leaves the internal note with whom it is about', async () => {
    const other = await rates.client('Other');
    await given.api.rates.change({
      params: { ...rates.params(), clientId: other },
      body: { put: [engineer({ note: 'Pays late, so more' })] },
    });
    await given.api.rates.copy({
      params: rates.params(),
      body: { from: other, effectiveFrom: '2026-03-01' },
    });
    expect(await rates.all()).toMatchObject([{ positionName: 'Engineer', note: null }]);
  });

  test('R6 more positions than go together are previewed whole and written part by part', async () => {
    const names = Array.from({ length: 90 }, (_, n) => `Position ${n + 100}`);
    for (const some of [names.slice(0, 40), names.slice(40, 80), names.slice(80)]) {
      await rates.change({ put: some.map((position) => engineer({ position })) });
    }
    const raise = (preview: 'true' | 'false', positions?: string[]) =>
      given.api.rates.uplift({
        params: rates.params(),
        query: { preview },
        body: { percent: 1_000, from: '2027-01-01', ...(positions && { positions }) },
      });
    const { data: preview } = await raise('true');
    expect(preview?.data).toHaveLength(90);
    expect(await refusalOf(raise('false'))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/positions', code: 'too_many' }],
    });
    expect(await rates.all()).toHaveLength(90);
    const keys = preview?.data.map(({ positionKey }) => positionKey) ?? [];
    for (const at of [0, 40, 80]) await raise('false', keys.slice(at, at + 40));
    const after = await rates.all();
    expect(after.filter(({ regular }) => regular === 11_000)).toHaveLength(90);

    // Somebody who only half succeeded asks again for all of them: what is done stays as it is.
    const { data: again } = await raise('true');
    expect(again?.data).toEqual([]);
    const copied = await rates.client('Copied');
    const copy = (preview: 'true' | 'false', positions?: string[]) =>
      given.api.rates.copy({
        params: { ...rates.params(), clientId: copied },
        query: { preview },
        body: { from: rates.clientId, effectiveFrom: '2027-02-01', ...(positions && { positions }) },
      });
    expect((await copy('true')).data?.data).toHaveLength(90);
    expect(await refusalOf(copy('false'))).toMatchObject({ status: 422 });
    for (const at of [0, 40, 80]) await copy('false', keys.slice(at, at + 40));
    expect((await copy('true')).data).toMatchObject({
      data: [],
      skipped: expect.objectContaining({ length: 90 }),
    });
    await expectSound(given);
  });

  test('R6 rates agreed for later are told of, and raised only when that is asked for', async () => {
    await rates.change({ put: [engineer(), engineer({ regular: 12_000, effectiveFrom: '2027-06-01' })] });
    const raise = (later: 'keep' | 'raise', preview: 'true' | 'false') =>
      given.api.rates.uplift({
        params: rates.params(),
        query: { preview },
        body: { percent: 1_000, from: '2027-01-01', later },
      });
    expect((await raise('keep', 'true')).data).toMatchObject({
      later: ['Engineer'],
      data: [{ effectiveFrom: '2027-01-01' }],
    });
    const { data } = await raise('raise', 'false');
    expect(data).toMatchObject({
      later: [],
      data: [{ after: { regular: 11_000 } }, { before: { regular: 12_000 } }],
    });
    expect(await rates.all()).toMatchObject([
      { regular: 10_000 },
      { effectiveFrom: '2027-01-01', regular: 11_000 },
      { effectiveFrom: '2027-06-01', regular: 13_200 },
    ]);
  });

  test('R6 a raise of nothing is refused, and one beyond what a rate may be names the position', async () => {
    await rates.change({ put: [engineer(), engineer({ position: 'Designer', regular: 9_000_000 })] });
    const raise = (percent: number) =>
      given.api.rates.uplift({ params: rates.params(), body: { percent, from: '2027-01-01' } });
    expect(await refusalOf(raise(0))).toMatchObject({ status: 422, errors: [{ pointer: '/percent' }] });
    expect(await refusalOf(raise(5_000))).toMatchObject({
      code: 'invalid_money',
      errors: [{ pointer: '/percent', message: expect.stringContaining('Designer') }],
    });
    expect(await rates.all()).toHaveLength(2);
  });

  test('R6 the card, a brand and a project are raised and copied to like a client', async () => {
    await rates.changeCard({ put: [engineer(), engineer({ position: 'Designer', regular: 8_000 })] });
    const at = rates.params();
    const { data: brand } = await given.api.brands.create({ params: at, body: { name: 'Aqua' } });
    const { data: project } = await given.api.projects.create({ params: at, body: { name: 'Site' } });
    if (!brand || !project) throw new Error('no level');
    const ofBrand = { ...at, brandId: brand.id };
    const ofProject = { ...at, projectId: project.id };
    const copied = { from: 'card', effectiveFrom: '2026-03-01' } as const;
    const raised = { percent: 1_000, from: '2027-01-01' };
    await given.api.rates.copyBrand({ params: ofBrand, body: copied });
    await given.api.rates.copyProject({ params: ofProject, body: copied });
    await given.api.rates.upliftBrand({ params: ofBrand, body: raised });
    await given.api.rates.upliftProject({ params: ofProject, body: raised });
    await given.api.rates.upliftCard({ params: given, body: raised });
    for (const { data } of [
      await given.api.rates.listBrand({ params: ofBrand }),
      await given.api.rates.listProject({ params: ofProject }),
      await given.api.rates.card({ params: given }),
    ]) {
      expect(data?.data.map(({ regular }) => regular)).toEqual([8_000, 8_800, 10_000, 11_000]);
    }
    expect(await refusalOf(given.api.rates.copyCard({ params: given, body: copied }))).toMatchObject({
      status: 422,
      errors: [{ pointer: '/from', code: 'itself' }],
    });
    const { data: fromClient } = await given.api.rates.copyCard({
      params: given,
      body: { from: rates.clientId, effectiveFrom: '2026-03-01' },
    });
    expect(fromClient?.data).toEqual([]);
    await expectSound(given);
  });
});
