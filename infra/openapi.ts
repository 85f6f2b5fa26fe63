import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { type ErrorCode, errorCatalogue } from '#contracts/errors.ts';
import { permissions } from '#contracts/permissions.ts';
import type { Route } from '#contracts/route.ts';
import { allRoutes } from '#contracts/routes.ts';

const ProblemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().optional(),
    code: z.enum(Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().meta({
            description: 'RFC 6901 into the body; `?name` of a query parameter, `#Name` of a header',
          }),
          code: z.string(),
          message: z.string(),
        }),
      )
      .optional(),
    traceId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

/** The OpenAPI 3.1 document of every declared route. Importing it runs nothing of the product. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const { name, route } of allRoutes()) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Foyer',
      version: '1',
      description: 'Client management with a white-label client portal.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        staff: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of the staff pool',
        },
        portal: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of the portal pool',
        },
      },
    },
  });
}

function operation(name: string, route: Route): ZodOpenApiOperationObject {
  const [noun = name] = name.split('.');
  const { params, query, body, response, status, audience } = route;
  const keyed = (permissions as readonly string[]).includes(route.permission);
  return {
    operationId: name,
    summary: route.summary,
    tags: [noun],
    security: audience === 'public' ? [] : [{ [audience]: [] }],
    ...(keyed && { description: `Needs the permission \`${route.permission}\`.` }),
    requestParams: {
      ...(Object.keys(params).length > 0 && { path: z.object(params) }),
      ...(Object.keys(query).length > 0 && { query: z.object(query) }),
      ...(route.method === 'POST' && audience !== 'public' && { header: IdempotencyHeader }),
    },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [status]: response
        ? { description: 'Done', content: { 'application/json': { schema: response } } }
        : { description: 'Done, without a body' },
      ...problems(route),
    },
  };
}

const IdempotencyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'The same key with the same body answers the first answer for a day' }),
});

/** What the onion can answer on any such route, and the route's own refusals, by status. */
function problems(route: Route): Record<string, object> {
  const codes: ErrorCode[] = [...route.errors, 'internal', 'dependency_down'];
  if (route.audience !== 'public') codes.push('unauthenticated');
  if ('workspaceId' in route.params) codes.push('not_found', 'forbidden');
  if ('clientId' in route.params && route.audience === 'staff') codes.push('client_merged');
  if (route.body) codes.push('malformed_json', 'validation_failed', 'unsupported_type', 'payload_too_large');
  if (Object.keys(route.query).length > 0) codes.push('validation_failed');
  if (route.method === 'POST' && route.audience !== 'public')
    codes.push('idempotency_mismatch', 'idempotency_in_flight');
  const byStatus = Object.groupBy([...new Set(codes)].sort(), (code) => errorCatalogue[code].status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, of = []]) => [
      status,
      { description: of.join(', '), content: { 'application/problem+json': { schema: ProblemSchema } } },
    ]),
  );
}
