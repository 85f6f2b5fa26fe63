import { createHash } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { bindingOf } from '../binding.ts';
import type { Turn } from '../context.ts';
import { sealCursor } from '../cursor.ts';
import { env, isLocal } from '../env.ts';
import type { Layer } from '../layer.ts';

/** The handler's answer through the response schema, so that nothing leaks that was not declared. */
export function reply(): Layer {
  return {
    after: (request) => {
      request.response = answer(request.context.turn, request.response);
    },
  };
}

/** An answer as the gateway wants it: status, ETag (304 when the asker has it already), cookies, no caching. */
export function answer(turn: Turn, outcome: unknown): APIGatewayProxyStructuredResultV2 {
  const { route, event, cookies, actor } = turn;
  const headers: Record<string, string> = { 'cache-control': 'private, no-store' };
  if (actor.type === 'staff') headers['x-access-version'] = String(actor.accessVersion);
  if (isLocal()) headers['x-foyer-cost'] = JSON.stringify(turn.spent);
  const lines = cookies.lines.length > 0 ? { cookies: [...cookies.lines] } : {};
  if (!route.response) return { statusCode: route.status, headers, ...lines };

  const answered = route.response.parse(outcome);
  const body = JSON.stringify(sealPage(turn, answered));
  headers.etag = etagOf(answered);
  if (route.method === 'GET' && event.headers['if-none-match'] === headers.etag) {
    return { statusCode: 304, headers };
  }
  headers['content-type'] = 'application/json';
  return { statusCode: route.status, headers, body, ...lines };
}

/** A record's ETag is its version; anything else is known by its content, before its cursor is sealed anew. */
function etagOf(answered: unknown): string {
  const version = (answered as { version?: unknown } | null)?.version;
  if (typeof version === 'number') return `"${version}"`;
  return `W/"${createHash('sha256').update(JSON.stringify(answered)).digest('base64url').slice(0, 22)}"`;
}

function sealPage(turn: Turn, answered: unknown): unknown {
  const next = (answered as { page?: { next?: string | null } } | null)?.page?.next;
  if (typeof next !== 'string') return answered;
  const now = Date.parse(turn.clock.now());
  const sealed = sealCursor(env('FOYER_CURSOR_SECRET'), bindingOf(turn), next, now);
  return { ...(answered as object), page: { next: sealed } };
}
