import { type Html, html } from './html.ts';

/** The part of JSON Schema that our contracts come out as. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  description?: string;
  example?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  maxItems?: number;
}

export const schemaId = (name: string) => `schema-${name}`;

const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);
const code = (value: unknown): Html => html`<code>${JSON.stringify(value)}</code>`;
const joined = (parts: readonly Html[], word: string): Html =>
  html`${parts.map((part, index) => (index === 0 ? part : html`${word}${part}`))}`;
const variantsOf = ({ anyOf, oneOf }: Schema): Schema[] | undefined => anyOf ?? oneOf;
/** The sentences of our declarations hold names in backticks and nothing else of Markdown. */
export const sentence = (text: string): Html =>
  html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;

const isNull = ({ type }: Schema) => type === 'null';

/** What a value is, in words a reader of a table needs; what is inside an object is for rows of its own. */
export function typeOf(schema: Schema): Html {
  const { $ref, type, items, additionalProperties } = schema;
  if ($ref) return html`<a href="#${schemaId(nameOf($ref))}">${nameOf($ref)}</a>`;
  const variants = variantsOf(schema);
  if (variants) return joined(variants.map(typeOf), ' or ');
  if (schema.enum) return html`one of ${joined(schema.enum.map(code), ', ')}`;
  if ('const' in schema) return code(schema.const);
  if (type === 'array') return html`list of ${items ? typeOf(items) : 'anything'}`;
  if (type === 'object' && typeof additionalProperties === 'object')
    return html`object, each value ${typeOf(additionalProperties)}`;
  return html`${type === undefined ? 'anything' : [type].flat().join(' or ')}`;
}

/** The largest number that JSON carries exactly: every integer has this limit, so it says nothing. */
const isTelling = (limit: number | undefined): limit is number =>
  limit !== undefined && Math.abs(limit) !== Number.MAX_SAFE_INTEGER;

/** What else there is to know: description, limits, an example. */
export function notesOf(schema: Schema): Html {
  const inner = variantsOf(schema)?.find((variant) => !isNull(variant));
  const { description, format, pattern, example, exclusiveMinimum } = schema;
  const limits = [
    format ?? null,
    isTelling(schema.minimum) ? `${schema.minimum} or more` : null,
    isTelling(exclusiveMinimum) ? `more than ${exclusiveMinimum}` : null,
    isTelling(schema.maximum) ? `${schema.maximum} at most` : null,
    schema.minLength === 1 ? 'not empty' : null,
    schema.minLength && schema.minLength > 1 ? `${schema.minLength} characters or more` : null,
    schema.maxLength === undefined ? null : `${schema.maxLength} characters at most`,
    schema.minItems ? `${schema.minItems} items or more` : null,
    schema.maxItems === undefined ? null : `${schema.maxItems} items at most`,
  ].filter((limit) => limit !== null);
  const sentences = [
    description ? sentence(description) : null,
    limits.length > 0 ? html`${limits.join(', ')}` : null,
    // A pattern behind a format is the same again, and longer than the table.
    pattern && !format ? html`matches <code>${pattern}</code>` : null,
    example === undefined ? null : html`for example ${code(example)}`,
    inner && !schema.description && !inner.$ref ? notesOf(inner) : null,
  ].filter((sentence) => sentence !== null && sentence.html !== '');
  return joined(sentences as Html[], '; ');
}

interface Field {
  path: string;
  schema: Schema;
  required: boolean;
}

/** The fields of an object and of the objects in it, which have no name to link to. */
function fieldsOf({ properties = {}, required = [] }: Schema, before = ''): Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${before}${name}`;
    const inside = [schema, ...(variantsOf(schema) ?? [])].flatMap((one) => [
      ...(one.properties ? fieldsOf(one, `${path}.`) : []),
      ...(one.items?.properties ? fieldsOf(one.items, `${path}[].`) : []),
    ]);
    return [{ path, schema, required: required.includes(name) }, ...inside];
  });
}

/** A schema as a table of its fields, as one table per variant, or as a sentence when it has no fields. */
export function schemaTable(schema: Schema, caption: string): Html {
  const variants = variantsOf(schema)?.filter((variant) => variant.properties);
  if (variants && variants.length > 0)
    return html`${variants.map((variant, index) => schemaTable(variant, `${caption}, variant ${index + 1}`))}`;
  const list = schema.type === 'array' ? schema.items : undefined;
  const fields = fieldsOf(list ?? schema);
  if (fields.length === 0) return html`<p>${typeOf(schema)}</p>`;
  return html`${list ? html`<p>A list; each item has these fields.</p>` : null}
<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Notes</th></tr></thead>
<tbody>
${fields.map(
  ({ path, schema: field, required }) =>
    html`<tr><th scope="row"><code>${path}</code></th><td>${typeOf(field)}${required ? ', required' : ''}</td><td>${notesOf(field)}</td></tr>
`,
)}</tbody>
</table>`;
}
