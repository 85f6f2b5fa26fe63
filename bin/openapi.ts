import { writeFileSync } from 'node:fs';
import { openApiDocument } from '#infra/openapi.ts';
import { routeTable } from '#infra/route-table.ts';

/** `npm run openapi`: writes the two committed forms of the interface; a test fails when they are stale. */
const write = (name: string, text: string) =>
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), text);

write('openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`);
write('routes.md', routeTable());
