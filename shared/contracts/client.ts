import type { ErrorCode, FieldError, Problem } from './errors.ts';
import type { BodyInputOf, ParamsOf, QueryInputOf, ResponseOf, Route, RouteGroup } from './route.ts';

/** An error answer of the API, with the problem document it carried. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: ErrorCode | 'offline';
  readonly errors: readonly FieldError[];
  readonly traceId: string | null;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem?.detail ?? problem?.title ?? 'The server cannot be reached');
    this.name = 'ApiError';
    this.status = status;
    this.code = problem?.code ?? 'offline';
    this.errors = problem?.errors ?? [];
    this.traceId = problem?.traceId ?? null;
    this.problem = problem;
  }
}

type Given<K extends string, T> = keyof T extends never ? { [P in K]?: undefined } : { [P in K]: T };
type Query<R extends Route> = keyof R['query'] extends never
  ? { query?: undefined }
  : { query?: QueryInputOf<R> };

/** What a call of a route takes beside the transport. */
export type CallOf<R extends Route> = Given<'params', ParamsOf<R>> &
  Query<R> &
  (BodyInputOf<R> extends undefined ? { body?: undefined } : { body: BodyInputOf<R> }) & {
    /** Kept by the caller over retries of the same intent. */
    idempotencyKey?: string;
    /** The version a change is based on. */
    ifMatch?: number;
    /** ETag of the answer in hand; an unchanged one resolves to null data. */
    ifNoneMatch?: string | undefined;
    signal?: AbortSignal | undefined;
  };

/** A parsed answer with what its headers say. */
export interface Answer<T> {
  /** Null when the server said 304: what the caller has is still true. */
  data: T | null;
  etag: string | null;
  /** Rises when the member's access changed. */
  accessVersion: number | null;
}

export interface Transport {
  fetch: typeof fetch;
  /** Where the API is, without a trailing slash; empty for the same origin. */
  baseUrl?: string;
  /** The access token of the moment, or null. */
  token: () => string | null | Promise<string | null>;
}

/** One function per declared route, `api.clients.list({ params, query })`, typed by its declaration. */
export type Api<T extends Readonly<Record<string, RouteGroup>>> = {
  readonly [N in keyof T]: {
    readonly [V in keyof T[N]]: (call: CallOf<T[N][V]>) => Promise<Answer<ResponseOf<T[N][V]>>>;
  };
};

/**
 * The client of the API, derived from the declarations.
 * @throws {ApiError} from each call for every answer that is not a success, and when nothing answers
 */
export function createApi<const T extends Readonly<Record<string, RouteGroup>>>(
  table: T,
  transport: Transport,
): Api<T> {
  const groups = Object.entries(table).map(([noun, group]) => {
    const verbs = Object.entries(group).map(([verb, route]) => [
      verb,
      (call: AnyCall) => send(route, call, transport),
    ]);
    return [noun, Object.fromEntries(verbs)];
  });
  return Object.fromEntries(groups) as Api<T>;
}

interface AnyCall {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  idempotencyKey?: string;
  ifMatch?: number;
  ifNoneMatch?: string;
  signal?: AbortSignal;
}

async function send(route: Route, call: AnyCall, transport: Transport): Promise<Answer<unknown>> {
  const headers: Record<string, string> = {};
  const token = await transport.token();
  if (token) headers.authorization = `Bearer ${token}`;
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  if (call.idempotencyKey) headers['idempotency-key'] = call.idempotencyKey;
  if (call.ifMatch !== undefined) headers['if-match'] = `"${call.ifMatch}"`;
  if (call.ifNoneMatch) headers['if-none-match'] = call.ifNoneMatch;

  const url = (transport.baseUrl ?? '') + urlOf(route, call);
  const { signal } = call;
  const body = call.body === undefined ? undefined : JSON.stringify(call.body);
  const response = await transport
    .fetch(url, { method: route.method, headers, body, signal })
    .catch((error) => {
      if (signal?.aborted) throw error;
      throw new ApiError(0, null);
    });
  const version = response.headers.get('x-access-version');
  const rest = {
    etag: response.headers.get('etag'),
    accessVersion: version === null ? null : Number(version),
  };
  if (response.status === 304 || response.status === 204) return { data: null, ...rest };
  const text = await response.text();
  if (!response.ok) throw new ApiError(response.status, problemIn(text));
  return { data: JSON.parse(text), ...rest };
}

/** The path with its parameters filled in and the query behind it. */
export function urlOf(
  route: Pick<Route, 'path'>,
  { params = {}, query = {} }: Pick<AnyCall, 'params' | 'query'>,
): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

function problemIn(text: string): Problem | null {
  try {
    const parsed = JSON.parse(text) as Problem;
    return typeof parsed.code === 'string' ? parsed : null;
  } catch {
    return null;
  }
}
