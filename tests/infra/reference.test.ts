import { describe, expect, test } from 'vitest';
import { errorCatalogue } from '#contracts/errors.ts';
import { permissions } from '#contracts/permissions.ts';
import { allRoutes } from '#contracts/routes.ts';
import { escapeHtml } from '#infra/html.ts';
import { openApiDocument } from '#infra/openapi.ts';
import { type ApiDocument, referencePage } from '#infra/reference.ts';

const document: ApiDocument = JSON.parse(JSON.stringify(openApiDocument()));
const page = referencePage(document);
const all = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, found = '']) => found);
const ids = all(/ id="([^"]*)"/g);

test('every operation has its place, with its summary and the permission it needs', () => {
  const routes = allRoutes();
  expect(routes.length).toBeGreaterThan(20);
  for (const { name, route } of routes) {
    const place = page.slice(page.indexOf(` id="${name}"`));
    const end = place.indexOf('</article>');
    expect(ids.filter((id) => id === name)).toHaveLength(1);
    expect(place.slice(0, end)).toContain(`${route.method} ${route.path}`);
    expect(place.slice(0, end)).toContain(escapeHtml(route.summary));
    if ((permissions as readonly string[]).includes(route.permission))
      expect(place.slice(0, end)).toContain(`<code>${route.permission}</code>`);
    for (const parameter of [...Object.keys(route.params), ...Object.keys(route.query)])
      expect(place.slice(0, end)).toContain(`<code>${parameter}</code>`);
    for (const code of route.errors) expect(place.slice(0, end)).toContain(`"#problem-${code}"`);
  }
});

test('every schema and every problem code has its place', () => {
  for (const name of Object.keys(document.components.schemas)) expect(ids).toContain(`schema-${name}`);
  for (const code of Object.keys(errorCatalogue)) expect(ids).toContain(`problem-${code}`);
});

test('every link inside the page leads somewhere, and no place is there twice', () => {
  for (const target of all(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  expect(new Set(ids).size).toBe(ids.length);
});

test('it needs no script and nothing from elsewhere', () => {
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|javascript:|\son\w+=/i);
  expect(all(/(?:href|src)="([^#"][^"]*)"/g)).toEqual(['/api/openapi.json']);
});

test('a reader without eyes or without a mouse finds the way', () => {
  expect(page).toContain('<html lang="en">');
  expect(page).toMatch(/<a class="skip" href="#content">[\s\S]*<main id="content" tabindex="-1">/);
  const levels = all(/<h([1-6])/g).map(Number);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries())
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  expect(all(/<(table)>\n<caption>/g)).toHaveLength(all(/<(table)>/g).length);
  for (const tag of ['article', 'section', 'table', 'tbody', 'tr', 'td', 'th', 'p', 'ul', 'li', 'a', 'code'])
    expect(all(new RegExp(`<(${tag})[ >]`, 'g'))).toHaveLength(all(new RegExp(`</(${tag})>`, 'g')).length);
});

describe('what a declaration says', () => {
  const evil = `<img src=x onerror="alert('1')">&`;
  const written = '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;';
  const schema = {
    type: 'object',
    properties: { [evil]: { enum: [evil], description: evil, example: evil, pattern: evil } },
  };
  const odd = referencePage({
    info: { title: evil, version: evil, description: evil },
    paths: {
      [`/api/${evil}`]: {
        get: {
          operationId: evil,
          summary: evil,
          description: `Needs \`${evil}\``,
          tags: [evil],
          security: [{ staff: [] }],
          parameters: [{ in: 'query', name: evil, schema: { type: 'string' }, description: evil }],
          requestBody: { content: { 'application/json': { schema } } },
          responses: {
            200: { description: evil, content: { 'application/json': { schema } } },
            404: { description: evil, content: { 'application/problem+json': { schema: {} } } },
          },
        },
      },
    },
    components: { schemas: { [evil]: schema }, securitySchemes: { staff: { description: evil } } },
  });

  test('is text, whatever is in it', () => {
    expect(odd).not.toContain('<img');
    expect(odd).not.toMatch(/="[^"]*'1'/);
    expect(odd.split(written).length).toBeGreaterThan(20);
  });
});
