import type * as z from 'zod';
import type { Capability } from './capabilities.ts';
import type { ErrorCode } from './errors.ts';
import type { Feature } from './features.ts';
import type { Permission, PortalSection } from './permissions.ts';

/** Whose token opens the route: exactly one user pool, or nobody's. */
export type Audience = 'staff' | 'portal' | 'operator' | 'public';

/** Refusals that the onion itself can answer on every route; routes declare only what is their own. */
export type RouteErrors = readonly ErrorCode[];

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `METHOD /path/{parameter}`: the form that API Gateway, OpenAPI and CDK share. */
export type RouteKey = `${Method} /api/${string}`;

/** Names of the `{parameters}` in a path. */
export type PathParameters<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParameters<Rest>
  : never;

/** What a route may cost at the table, authorisation apart; asserted by tests, flat in the number of records. */
export interface Budget {
  /** Calls to DynamoDB. */
  calls: number;
  /** Read capacity units. */
  rcu: number;
  /** Write capacity units. */
  wcu: number;
}

type Shape = Readonly<Record<string, z.ZodType>>;
/** Public routes ask for nothing, staff routes outside a workspace for a sign-in, operators' for their group, all others for a key. */
type AccessOf<A extends Audience> = A extends 'public'
  ? 'anyone'
  : A extends 'portal'
    ? PortalSection | 'signed_in'
    : A extends 'operator'
      ? 'operator'
      : Permission | 'signed_in' | 'member';

interface Declaration<
  K extends RouteKey,
  A extends Audience,
  P extends Shape,
  Q extends Shape,
  B extends z.ZodType | null,
  R extends z.ZodType | null,
  N extends readonly Capability[],
> {
  /** One sentence for the reference. */
  summary: string;
  audience: A;
  /** The key that opens it; `member` is any member of the workspace, `signed_in` any verified person. */
  permission: AccessOf<A>;
  /** The module that must be live in the workspace. */
  feature?: Feature;
  needs: N;
  params?: P & Record<PathParameters<K>, z.ZodType> & Record<Exclude<keyof P, PathParameters<K>>, never>;
  query?: Q;
  body?: B;
  /** A POST that changes an existing record takes If-Match, as every PUT, PATCH and DELETE does. */
  ifMatch?: true;
  /** Schema of the answer; null for an answer without a body. */
  response: R;
  status: 200 | 201 | 202 | 204;
  errors?: RouteErrors;
  budget: Budget;
}

/** A route as plain data. Everything that knows of routes is derived from these. */
export interface Route<
  K extends RouteKey = RouteKey,
  A extends Audience = Audience,
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends z.ZodType | null = z.ZodType | null,
  R extends z.ZodType | null = z.ZodType | null,
  N extends readonly Capability[] = readonly Capability[],
> {
  key: K;
  method: Method;
  path: string;
  summary: string;
  audience: A;
  permission: Permission | PortalSection | 'signed_in' | 'member' | 'operator' | 'anyone';
  feature: Feature | null;
  needs: N;
  params: P;
  query: Q;
  body: B;
  /** Whether the change must name the version it is based on. */
  ifMatch: boolean;
  response: R;
  status: 200 | 201 | 202 | 204;
  errors: RouteErrors;
  budget: Budget;
}

/** A noun's routes by verb; the verb is the name of the handler. */
export type RouteGroup = Readonly<Record<string, Route>>;

/**
 * Declares a route. A parameter that the path does not have, or lacks, an unknown permission, feature,
 * capability or error code do not compile.
 */
export function route<
  const K extends RouteKey,
  const A extends Audience,
  R extends z.ZodType | null,
  const N extends readonly Capability[],
  P extends Shape = Record<never, never>,
  Q extends Shape = Record<never, never>,
  B extends z.ZodType | null = null,
>(
  key: K,
  declaration: Declaration<K, A, P, Q, B, R, N> &
    ([PathParameters<K>] extends [never] ? unknown : { params: unknown }),
): Route<K, A, P, Q, B, R, N> {
  const [method, path] = key.split(' ') as [Method, string];
  return {
    key,
    method,
    path,
    summary: declaration.summary,
    audience: declaration.audience,
    permission: declaration.permission,
    feature: declaration.feature ?? null,
    needs: declaration.needs,
    params: (declaration.params ?? {}) as P,
    query: (declaration.query ?? {}) as Q,
    body: (declaration.body ?? null) as B,
    ifMatch: declaration.ifMatch ?? /^(PUT|PATCH|DELETE)$/.test(method),
    response: declaration.response,
    status: declaration.status,
    errors: declaration.errors ?? [],
    budget: declaration.budget,
  };
}

/** What a client of the API sends and gets. */
export type ParamsOf<R extends Route> = { [K in keyof R['params']]: z.output<R['params'][K]> };
export type QueryOf<R extends Route> = z.output<
  z.ZodObject<{ -readonly [K in keyof R['query']]: R['query'][K] }>
>;
export type BodyOf<R extends Route> = R['body'] extends z.ZodType ? z.output<R['body']> : null;
export type ResponseOf<R extends Route> = R['response'] extends z.ZodType ? z.output<R['response']> : null;
export type QueryInputOf<R extends Route> = z.input<
  z.ZodObject<{ -readonly [K in keyof R['query']]: R['query'][K] }>
>;
export type BodyInputOf<R extends Route> = R['body'] extends z.ZodType ? z.input<R['body']> : undefined;
/** What a handler may return: the answer before its schema fills defaults and brands. */
export type AnswerOf<R extends Route> = R['response'] extends z.ZodType ? z.input<R['response']> : undefined;
