import { readFileSync } from 'node:fs';
import { errorCatalogue } from '#contracts/errors.ts';
import { type Html, html } from './html.ts';
import { notesOf, type Schema, schemaId, schemaTable, sentence, typeOf } from './reference-schema.ts';

interface Media {
  content?: Record<string, { schema: Schema }>;
}

interface Parameter {
  in: string;
  name: string;
  schema: Schema;
  required?: boolean;
  description?: string;
}

interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security: Record<string, unknown>[];
  parameters?: Parameter[];
  requestBody?: Media;
  responses: Record<string, Media & { description: string }>;
}

/** The part of an OpenAPI document that the page shows. */
export interface ApiDocument {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    securitySchemes: Record<string, { description: string }>;
  };
}

interface Entry extends Operation {
  method: string;
  path: string;
}

const JSON_TYPE = 'application/json';
const PROBLEM_TYPE = 'application/problem+json';
const problemId = (code: string) => `problem-${code}`;
const tagId = (tag: string) => `tag-${tag}`;

/** `staffSignUp` as a person would write it. */
const spoken = (tag: string) => {
  const words = tag.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function byTag({ paths }: ApiDocument): [tag: string, entries: Entry[]][] {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]): Entry => ({ ...operation, method: method.toUpperCase(), path }),
    ),
  );
  const groups = Object.groupBy(all, ({ tags: [tag = ''] }) => tag);
  return Object.entries(groups).map(([tag, entries = []]) => [tag, entries]);
}

function access({ security, description }: Entry, { components }: ApiDocument): Html {
  const schemes = security.flatMap((one) => Object.keys(one));
  const tokens = schemes.map((scheme) => components.securitySchemes[scheme]?.description ?? scheme);
  const who = tokens.length > 0 ? `${tokens.join(' or ')}.` : 'Anybody, without a token.';
  return html`<p class="quiet">${who}${description ? html` ${sentence(description)}` : null}</p>`;
}

function parameterTable({ operationId, parameters = [] }: Entry): Html | null {
  if (parameters.length === 0) return null;
  return html`<h4>Parameters</h4>
<table>
<caption>Parameters of ${operationId}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">Notes</th></tr></thead>
<tbody>
${parameters.map(
  ({ name, in: place, schema, required = false, description }) =>
    html`<tr><th scope="row"><code>${name}</code></th><td>${place}</td><td>${typeOf(schema)}${required ? ', required' : ''}</td><td>${notesOf({ ...(description && { description }), ...schema })}</td></tr>
`,
)}</tbody>
</table>`;
}

/** A named schema is linked, any other written out. */
function bodyOf(schema: Schema, caption: string): Html {
  const named = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(({ $ref }) => $ref);
  return named ? html`<p>${typeOf(schema)}</p>` : schemaTable(schema, caption);
}

function requestBody({ operationId, requestBody: body }: Entry): Html | null {
  const schema = body?.content?.[JSON_TYPE]?.schema;
  return schema
    ? html`<h4>Request body</h4>
${bodyOf(schema, `Request body of ${operationId}`)}`
    : null;
}

function responses({ operationId, responses: all }: Entry): Html {
  const isProblem = ({ content = {} }: Media) => PROBLEM_TYPE in content;
  const good = Object.entries(all).filter(([, response]) => !isProblem(response));
  const problems = Object.entries(all).filter(([, response]) => isProblem(response));
  return html`${good.map(([status, { description, content }]) => {
    const schema = content?.[JSON_TYPE]?.schema;
    return html`<h4>Response ${status}</h4>
<p>${sentence(description)}.</p>
${schema ? bodyOf(schema, `Response ${status} of ${operationId}`) : null}
`;
  })}<h4>Problems</h4>
<table>
<caption>Problems of ${operationId}</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Codes</th></tr></thead>
<tbody>
${problems.map(([status, { description }]) => {
  const links = description
    .split(', ')
    .map((code, index) => html`${index === 0 ? '' : ', '}<a href="#${problemId(code)}">${code}</a>`);
  return html`<tr><th scope="row">${status}</th><td>${links}</td></tr>
`;
})}</tbody>
</table>`;
}

const article = (entry: Entry, document: ApiDocument): Html => html`<article>
<h3 id="${entry.operationId}"><code>${entry.method} ${entry.path}</code></h3>
<p>${sentence(entry.summary)}. <span class="quiet">Operation <a href="#${entry.operationId}">${entry.operationId}</a></span></p>
${access(entry, document)}
${parameterTable(entry)}
${requestBody(entry)}
${responses(entry)}
</article>
`;

const problemSection = (): Html => html`<section>
<h2 id="problems">Problems</h2>
<p>A refusal is <code>${PROBLEM_TYPE}</code> (RFC 9457). Go by its <code>code</code>, which is one of these:</p>
<table>
<caption>Problem codes</caption>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Title</th></tr></thead>
<tbody>
${Object.entries(errorCatalogue).map(
  ([code, { status, title }]) =>
    html`<tr><th scope="row" id="${problemId(code)}"><code>${code}</code></th><td>${status}</td><td>${title}</td></tr>
`,
)}</tbody>
</table>
</section>
`;

function navigation(groups: [string, Entry[]][]): Html {
  const sections = groups.map(
    ([tag, entries]) => html`<section>
<h3><a href="#${tagId(tag)}">${spoken(tag)}</a></h3>
<ul>
${entries.map(
  ({ operationId, summary }) => html`<li><a href="#${operationId}">${sentence(summary)}</a></li>
`,
)}</ul>
</section>
`,
  );
  return html`<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<div>
${sections}</div>
<ul>
<li><a href="#problems">Problems</a></li>
<li><a href="#schemas">Schemas</a></li>
</ul>
</nav>`;
}

/**
 * The reference of the API as one page that needs nothing else: no script, no font, no other file. Made from the
 * same document that `/api/openapi.json` answers, so neither can say what the other does not.
 */
export function referencePage(document: ApiDocument): string {
  const { info, components } = document;
  const groups = byTag(document);
  const css: Html = { html: readFileSync(new URL('reference.css', import.meta.url), 'utf8') };
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title} API reference</title>
<style>
${css}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the operations</a>
<header>
<h1>${info.title} API reference</h1>
<p>${info.description} Version ${info.version}, also <a href="/api/openapi.json">as an OpenAPI 3.1 document</a>.</p>
</header>
${navigation(groups)}
<main id="content" tabindex="-1">
${groups.map(
  ([tag, entries]) => html`<section>
<h2 id="${tagId(tag)}">${spoken(tag)}</h2>
${entries.map((entry) => article(entry, document))}</section>
`,
)}${problemSection()}<section>
<h2 id="schemas">Schemas</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) => html`<article>
<h3 id="${schemaId(name)}">${name}</h3>
${schema.description ? html`<p>${sentence(schema.description)}</p>` : null}
${schemaTable(schema, `Fields of ${name}`)}
</article>
`,
)}</section>
</main>
</body>
</html>
`.html;
}
