import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { errorCatalogue, type Problem, Refusal } from '#contracts/errors.ts';
import { AlreadyDone } from '#data/replay.ts';
import type { Layer } from '../layer.ts';
import { answer } from './reply.ts';

/** AWS errors that mean "later": throttling, faults of the service, and calls that never got an answer. */
const passing = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'TimeoutError',
  'TransactionInProgressException',
  'TransactionConflictException',
  'InternalServerError',
  'ServiceUnavailable',
  'ECONNREFUSED',
  'ECONNRESET',
]);

/** Turns whatever was thrown into `application/problem+json`; the only place that knows status codes of errors. */
export function fail(): Layer {
  return {
    onError: (request) => {
      const { error, context } = request;
      const turn = context.turn;
      if (error instanceof AlreadyDone) {
        request.response = answer(turn, error.outcome);
        return;
      }
      request.response = problem(error, turn?.traceId ?? context.awsRequestId);
    },
  };
}

function problem(error: unknown, traceId: string): APIGatewayProxyStructuredResultV2 {
  const refusal = asRefusal(error);
  const { status, title } = errorCatalogue[refusal.code];
  const { detail, errors, extra, retryAfterSeconds } = refusal.options;
  const body: Problem = {
    ...extra,
    type: `/problems/${refusal.code}`,
    title,
    status,
    ...(detail && { detail }),
    code: refusal.code,
    ...(errors && { errors }),
    traceId,
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds && { 'retry-after': String(retryAfterSeconds) }),
    },
    body: JSON.stringify(body),
  };
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return isPassing(error)
    ? new Refusal('dependency_down', { retryAfterSeconds: 1 })
    : new Refusal('internal');
}

/** ElectroDB wraps what the SDK threw and keeps it as the cause. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, cause } = error as Error & { code?: string };
  return passing.has(name) || passing.has(code ?? '') || isPassing(cause);
}
