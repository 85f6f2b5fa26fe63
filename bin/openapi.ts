import { writeFileSync } from 'node:fs';
import { openApiDocument } from '#infra/openapi.ts';

/** `npm run openapi`: writes the committed document; a test fails when it is stale. */
writeFileSync(
  new URL('../docs/openapi.json', import.meta.url),
  `${JSON.stringify(openApiDocument(), null, 2)}\n`,
);
