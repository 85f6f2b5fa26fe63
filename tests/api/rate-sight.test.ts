import { beforeEach, expect, test } from 'vitest';
import { urlOf } from '#contracts/client.ts';
import { permissionsOf } from '#contracts/roles.ts';
import type { Route } from '#contracts/route.ts';
import { rates as routes } from '#contracts/routes/rates.ts';
import { bearer, givenWorkspace, type SignedIn, send } from '../support/given.ts';
import { engineer, ratesOf } from '../support/rates.ts';
import { refusalOf } from '../support/refused.ts';

let given: Awaited<ReturnType<typeof givenWorkspace>>;
let rates: Awaited<ReturnType<typeof ratesOf>>;

beforeEach(async () => {
  given = await givenWorkspace();
  rates = await ratesOf(given);
});

/** Amounts that nothing else says by chance. */
const AMOUNTS = [4_242_421, 6_363_637];
const ofAmounts = (text: string) => AMOUNTS.filter((amount) => text.includes(String(amount)));

test('R1 without rates.view no route of rates answers with an amount', async () => {
  const { clientId } = rates;
  const at = rates.params();
  const row = engineer({ regular: AMOUNTS[0] ?? 0, overtime: AMOUNTS[1] ?? 0 });
  const basic = await given.join('basic');
  const manager = await given.join('manager');
  const admin = await given.join('admin');
  const { data: brand } = await given.api.brands.create({ params: at, body: { name: 'Aqua' } });
  const { data: project } = await given.api.projects.create({
    params: at,
    body: { name: 'Site', memberIds: [basic.person.userId, manager.person.userId] },
  });
  if (!brand || !project) throw new Error('no level');
  const [own] = await rates.change({ put: [row] });
  await given.api.rates.changeBrand({ params: { ...at, brandId: brand.id }, body: { put: [row] } });
  await given.api.rates.changeProject({ params: { ...at, projectId: project.id }, body: { put: [row] } });
  await rates.changeCard({ put: [engineer({ position: 'Card only', regular: AMOUNTS[0] ?? 0 })] });
  const params = { workspaceId: given.workspaceId, clientId, brandId: brand.id, projectId: project.id };
  const bodies: Record<string, object> = {
    change: { put: [{ ...row, id: own?.id, version: 1, note: 'x' }] },
    uplift: { percent: 100, from: '2027-01-01' },
    copy: { from: 'card', effectiveFrom: '2026-03-01' },
  };
  const ask = async (who: SignedIn, [name, route]: [string, Route]) => {
    const kind = name.replace(/(Brand|Project|Card)$/, '');
    const query = {
      ...(name === 'resolve' && { position: 'engineer', on: '2026-06-01' }),
      ...(/^(uplift|copy)/.test(name) && { preview: 'true' }),
    };
    const body = bodies[kind];
    const { status, json } = await send(route.method, urlOf(route, { params, query }), {
      headers: { ...bearer(who.token), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status, told: ofAmounts(JSON.stringify(json)).length };
  };
  const all = Object.entries(routes) as [string, Route][];
  for (const one of all) expect([one[0], await ask(basic, one)]).toEqual([one[0], { status: 403, told: 0 }]);
  // The amounts are there to be told: whoever may look is told of them by each route that reads.
  for (const one of all.filter(([, { method }]) => method === 'GET')) {
    expect([one[0], (await ask(manager, one)).told > 0]).toEqual([one[0], true]);
  }
  for (const one of all.filter(([name]) => name.startsWith('uplift'))) {
    expect([one[0], (await ask(admin, one)).told > 0]).toEqual([one[0], true]);
  }
});

test('R1 A1 who may change rates may see them: no role holds the one key without the other', async () => {
  const { data: table } = await given.api.roles.list({ params: given });
  const role = {
    key: 'blind',
    name: 'Blind',
    permissions: ['clients.view', 'clients.view_all', 'clients.manage_service_rates'] as const,
  };
  const body = { ...role, permissions: [...role.permissions] };
  expect(
    await refusalOf(given.api.roles.create({ params: given, ifMatch: table?.version ?? 0, body })),
  ).toMatchObject({ status: 422, errors: [{ message: 'needs rates.view as well' }] });
  // A role that was kept before that rule opens nothing of rates, until it holds both.
  const held = permissionsOf('blind', { blind: { name: 'Blind', permissions: role.permissions } });
  expect([...held]).toEqual(['clients.view', 'clients.view_all']);
});
