import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { frozenClock } from '#cloud/clock.ts';
import { ulidIds } from '#cloud/ids.ts';
import { notFound } from '#contracts/errors.ts';
import type { Route, RouteGroup } from '#contracts/route.ts';
import type { Admission } from './admission.ts';
import type { Handlers, Opener, ToolsFor, Turn, TurnContext } from './context.ts';
import { cookieJar } from './cookies.ts';
import type { Layer } from './layer.ts';
import { authenticate } from './onion/authenticate.ts';
import { authorize } from './onion/authorize.ts';
import { fail } from './onion/fail.ts';
import { gate } from './onion/gate.ts';
import { idempotent } from './onion/idempotent.ts';
import { log } from './onion/log.ts';
import { parse } from './onion/parse.ts';
import { reply } from './onion/reply.ts';

interface Definition<G extends RouteGroup, T extends ToolsFor<G>> {
  routes: G;
  /** Who may come in, and how that is proven: one audience per function. */
  audience: Admission;
  tools: T;
  handlers: Handlers<G, T>;
}

/**
 * A group of routes as one Lambda handler: the gateway has matched the route, `routeKey` names it, and the
 * onion carries it from token to answer. The first layer is the outermost.
 */
export function define<const G extends RouteGroup, T extends ToolsFor<G>>(definition: Definition<G, T>) {
  const { routes, audience, tools, handlers } = definition;
  const table = new Map(
    Object.entries(routes).map(([verb, route]) => [
      route.key as string,
      { verb, route, handle: handlers[verb] as unknown as Turn['handle'] },
    ]),
  );
  for (const { audience: expected } of Object.values<Route>(routes)) {
    if (expected !== audience.name) throw new Error(`a ${expected} route in a ${audience.name} function`);
  }

  const begin: Layer = {
    before: ({ event, context }) => {
      const found = table.get(event.routeKey);
      context.turn = newTurn(event, found);
      if (!found) throw notFound(`no route ${event.routeKey} ${event.rawPath}`);
    },
  };

  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Error, TurnContext>()
    .use(log())
    .use(fail())
    .use(begin)
    .use(authenticate(audience))
    .use(authorize(audience))
    .use(gate())
    .use(parse())
    .use(idempotent())
    .use(reply())
    .handler(async (_event, { turn }) => {
      const answer = turn.replay ? turn.replay.outcome : await turn.handle(contextOf(turn, tools) as never);
      return answer as APIGatewayProxyStructuredResultV2;
    });
}

function newTurn(
  event: APIGatewayProxyEventV2,
  found: { verb: string; route: Route; handle: Turn['handle'] } | undefined,
): Turn {
  return {
    event,
    traceId: event.requestContext.requestId,
    name: found?.route.key ?? '$default',
    // Without a route the turn ends in `begin`; the layers that answer errors read nothing of the route.
    route: found?.route as Route,
    handle: found?.handle as Turn['handle'],
    clock: frozenClock(),
    cookies: cookieJar(event.cookies),
    subject: null,
    groups: [],
    actor: { type: 'public' },
    params: {},
    query: {},
    body: null,
    page: {},
    expected: 0,
    claim: null,
    replay: null,
    spent: { route: { calls: 0, rcu: 0, wcu: 0 }, access: { calls: 0, rcu: 0, wcu: 0 } },
  };
}

/** Opens the tools that the route names, and no others. */
function contextOf(turn: Turn, tools: Partial<Record<string, Opener<object>>>): object {
  const { actor, params, query, body, page, expected, clock, cookies } = turn;
  const opened = turn.route.needs.map((need) => tools[need]?.(turn));
  return Object.assign(
    { actor, params, query, body, page, expected, clock, cookies, ids: ulidIds },
    ...opened,
  );
}
