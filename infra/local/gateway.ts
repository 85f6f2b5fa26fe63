import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Blueprint } from './blueprint.ts';
import { readBody } from './bodies.ts';
import { InvocationError, type Lambda } from './lambda.ts';
import { answerMessage, eventOf, hostOf, sendResult } from './payload.ts';
import { type Match, router } from './routing.ts';

/** What API Gateway takes at most. */
const LARGEST_BODY = 10 * 1024 * 1024;

export type Page = (request: IncomingMessage, response: ServerResponse) => void;

export interface GatewayOptions {
  blueprint: Blueprint;
  lambda: Lambda;
  originSecret: string;
  /** What a host shows beside the API. */
  pages: { staff: Page; portal: Page; mailbox: Page; index: Page };
  report(line: string): void;
}

/** The API as HTTP API and CloudFront make it: finds the route, builds the event, calls the function. */
function api({
  blueprint,
  lambda,
  originSecret,
}: GatewayOptions): (...of: Parameters<Page>) => Promise<void> {
  const find = router(blueprint.functions);
  const fallback: Match = { functionName: blueprint.defaultFunction, routeKey: '$default' };

  return async (request, response) => {
    let match: Match;
    try {
      const path = (request.url ?? '').split('?')[0] ?? '';
      match = find(request.method ?? '', path) ?? fallback;
    } catch (error) {
      if (error instanceof URIError) return answerMessage(response, 400, 'Bad Request');
      throw error;
    }
    const body = await readBody(request, LARGEST_BODY);
    if (!body) {
      response.setHeader('connection', 'close');
      return answerMessage(response, 413, 'Request Entity Too Large');
    }
    const event = eventOf(request, body, match, { originSecret, host: hostOf(request) });
    try {
      sendResult(response, await lambda.invoke(match.functionName, event), event.requestContext.requestId);
    } catch (error) {
      if (!(error instanceof InvocationError)) throw error;
      if (error.reason === 'too_large') answerMessage(response, 413, 'Request Entity Too Large');
      else if (error.reason === 'threw') answerMessage(response, 500, 'Internal Server Error');
      else answerMessage(response, 503, 'Service Unavailable');
    }
  };
}

/** One port for everything, told apart by host name as domains are on AWS. */
export function createGateway(options: GatewayOptions): Page {
  const { pages, report } = options;
  const callApi = api(options);

  const pageOf = (host: string): Page => {
    if (host === 'app.localhost') return pages.staff;
    if (host.endsWith('.portal.localhost')) return pages.portal;
    return pages.index;
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = hostOf(request);
    if (host === 'mail.localhost') pages.mailbox(request, response);
    else if (/^\/api(\/|\?|$)/.test(request.url ?? '')) await callApi(request, response);
    else pageOf(host)(request, response);
  }

  return (request, response) => {
    handle(request, response).catch((error) => {
      if (request.destroyed && !response.writable) return;
      report(`gateway: ${error instanceof Error ? error.stack : error}`);
      if (response.headersSent) response.destroy();
      else answerMessage(response, 500, 'Internal Server Error');
    });
  };
}
