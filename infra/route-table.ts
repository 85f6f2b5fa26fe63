import type { Route } from '#contracts/route.ts';
import { allRoutes } from '#contracts/routes.ts';
import { functions } from './system.ts';

const functionOf = (route: Route) =>
  Object.entries(functions).find(([, { routes }]) => Object.values<Route>(routes).includes(route))?.[0] ?? '';

/** Every route as a page of documentation: who may call it, what it needs, and what it may cost. */
export function routeTable(): string {
  const rows = allRoutes().map(({ name, route }) => {
    const { calls, rcu, wcu } = route.budget;
    const cells = [
      `\`${route.key}\``,
      name,
      route.summary,
      route.audience,
      route.permission,
      functionOf(route),
      route.needs.join(', ') || 'nothing',
      `${calls} / ${rcu} / ${wcu}`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '# Routes',
    '',
    'Generated from `shared/contracts/routes/` by `npm run openapi`; a test fails when it is stale. The budget is what a call may cost at the tables (calls / read units / write units), authorisation apart, which is one BatchGet inside a workspace. The machine-readable form is [openapi.json](openapi.json), also served at `/api/openapi.json`.',
    '',
    '| route | name | what it does | audience | permission | function | needs | budget |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
