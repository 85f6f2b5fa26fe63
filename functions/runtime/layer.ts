import type { MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { TurnContext } from './context.ts';

/** One layer of the onion: what it does before the handler, after it, and when something was thrown. */
export type Layer = MiddlewareObj<
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  Error,
  TurnContext
>;
