import type { APIGatewayProxyEventV2, Context as LambdaContext } from 'aws-lambda';
import type {
  Actor,
  OperatorActor,
  PortalActor,
  PortalUser,
  PublicActor,
  StaffActor,
  StaffUser,
  SystemActor,
} from '#contracts/actor.ts';
import type { PageRequest } from '#contracts/paging.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route, RouteGroup } from '#contracts/route.ts';
import type { Spent } from '#data/meter.ts';
import type { IdempotencyClaim, IdempotencyRecord } from '#data/repositories/idempotency.ts';
import type { Clock, Ids } from '#domain/deps.ts';
import type { Cookies } from './cookies.ts';

/** One request on its way through the onion; each layer fills what the next one reads. */
export interface Turn {
  event: APIGatewayProxyEventV2;
  traceId: string;
  name: string;
  route: Route;
  handle: (context: never) => Promise<unknown>;
  clock: Clock;
  cookies: Cookies;
  /** `iss`-verified subject of the token; null on public routes. */
  subject: string | null;
  /** Groups of the pool that the subject is in. */
  groups: readonly string[];
  actor: Exclude<Actor, SystemActor>;
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
  page: PageRequest;
  /** The version that If-Match names; zero on routes that take none. */
  expected: number;
  claim: IdempotencyClaim | null;
  replay: IdempotencyRecord | null;
  /** Cost of the route itself and of authorising it, apart. */
  spent: { route: Spent; access: Spent };
}

/** The Lambda context with the turn on it: how middy layers and the handler share one request. */
export type TurnContext = LambdaContext & { turn: Turn };

/** Opens what a capability stands for, bound to the scope of one request. */
export type Opener<T extends object> = (turn: Turn) => T;

/** One opener for every capability that the routes of a group need. */
export type ToolsFor<G extends RouteGroup> = { [N in NeedsOf<G[keyof G]>]: Opener<object> };

type NeedsOf<R extends Route> = R['needs'][number];
type Opened<T> = T extends Opener<infer O> ? O : never;
type Intersection<U> = (U extends unknown ? (u: U) => void : never) extends (u: infer I) => void ? I : never;

type ActorOf<R extends Route> = R['audience'] extends 'staff'
  ? R['params'] extends { workspaceId: unknown }
    ? StaffActor
    : StaffUser
  : R['audience'] extends 'portal'
    ? R['params'] extends { clientId: unknown }
      ? PortalActor
      : PortalUser
    : R['audience'] extends 'operator'
      ? OperatorActor
      : PublicActor;

/** What a handler is given: nothing but what its route declares. Without `table.write` nothing can write. */
export type Context<R extends Route, T> = {
  actor: ActorOf<R>;
  params: ParamsOf<R>;
  query: QueryOf<R>;
  body: BodyOf<R>;
  page: PageRequest;
  /** The version that the change is based on, from If-Match. */
  expected: number;
  clock: Clock;
  ids: Ids;
  cookies: Cookies;
} & (NeedsOf<R> extends never ? unknown : Intersection<Opened<T[NeedsOf<R> & keyof T]>>);

/** A handler for every verb of a group; a missing one does not compile. */
export type Handlers<G extends RouteGroup, T> = {
  [V in keyof G]: (context: Context<G[V], T>) => Promise<AnswerOf<G[V]>>;
};
