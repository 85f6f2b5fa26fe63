import { Logger } from '@aws-lambda-powertools/logger';
import type { Layer } from '../layer.ts';

const logger = new Logger();

/**
 * One line per request: which route, who, the status, the cost; an error adds its inner text. No body, no
 * token, no query is ever logged.
 */
export function log(): Layer {
  const startedAt = new WeakMap<object, number>();
  return {
    before: ({ event }) => {
      startedAt.set(event, performance.now());
    },
    after: ({ event, context, response }) => {
      const { turn } = context;
      const line = {
        route: turn.name,
        status: response?.statusCode,
        actor: turn.actor.type,
        userId: turn.subject ?? undefined,
        workspaceId: turn.params.workspaceId,
        traceId: turn.traceId,
        ms: Math.round(performance.now() - (startedAt.get(event) ?? 0)),
        spent: turn.spent,
      };
      logger.info('request', line);
    },
    onError: ({ event, context, error, response }) => {
      const { turn } = context;
      const status = response?.statusCode ?? 500;
      const line = {
        route: turn?.name ?? event.routeKey,
        status,
        actor: turn?.actor.type,
        userId: turn?.subject ?? undefined,
        traceId: turn?.traceId,
        ms: Math.round(performance.now() - (startedAt.get(event) ?? 0)),
        reason: error?.message,
      };
      if (status >= 500) logger.error('request failed', { ...line, error: error as Error });
      else logger.warn('request refused', line);
    },
  };
}
