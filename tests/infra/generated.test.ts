import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allRoutes } from '#contracts/routes.ts';
import { openApiDocument } from '#infra/openapi.ts';
import { routeTable } from '#infra/route-table.ts';
import { functions } from '#infra/system.ts';

const committed = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8');

test('the committed OpenAPI document is what the declarations say (npm run openapi)', () => {
  expect(JSON.parse(committed('openapi.json'))).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});

test('the committed table of routes is what the declarations say (npm run openapi)', () => {
  expect(committed('routes.md')).toBe(routeTable());
});

test('every route is in exactly one function', () => {
  const served = Object.values(functions).flatMap(({ routes }) =>
    Object.values(routes).map(({ key }) => key as string),
  );
  const declared = allRoutes().map(({ route }) => route.key as string);
  expect(served.sort()).toEqual(declared.sort());
  expect(new Set(declared).size).toBe(declared.length);
});
