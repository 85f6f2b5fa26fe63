import type { GatewayRoute } from './blueprint.ts';

export interface Match {
  functionName: string;
  routeKey: string;
  /** Absent where the path has no parameters. */
  pathParameters?: Record<string, string>;
}

interface Entry {
  functionName: string;
  route: GatewayRoute;
  segments: string[];
}

const isParameter = (segment: string) => segment.startsWith('{');

/** Static segments before parameters, from the left: the most exact route wins, as in API Gateway. */
function byExactness(a: Entry, b: Entry): number {
  // Paths of different lengths never compete; that one of them were equal to two others would upset the order.
  if (a.segments.length !== b.segments.length) return a.segments.length - b.segments.length;
  for (const [at, segment] of a.segments.entries()) {
    const other = b.segments[at] ?? '';
    if (isParameter(segment) !== isParameter(other)) return isParameter(segment) ? 1 : -1;
  }
  return 0;
}

function fit({ segments }: Entry, path: readonly string[]): Record<string, string> | null {
  if (segments.length !== path.length) return null;
  const parameters: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    const given = path[at] ?? '';
    if (!isParameter(segment)) {
      if (segment !== given) return null;
    } else {
      if (given === '') return null;
      parameters[segment.slice(1, -1)] = decodeURIComponent(given);
    }
  }
  return parameters;
}

/** Finds the route of a request. Throws a URIError where the path is not well encoded. */
export function router(functions: Record<string, { routes: readonly GatewayRoute[] }>) {
  const entries: Entry[] = Object.entries(functions)
    .flatMap(([functionName, { routes }]) =>
      routes.map((route) => ({ functionName, route, segments: route.path.split('/') })),
    )
    .sort(byExactness);
  return (method: string, path: string): Match | null => {
    const given = path.split('/');
    for (const entry of entries) {
      if (entry.route.method !== method) continue;
      const parameters = fit(entry, given);
      if (!parameters) continue;
      const { functionName, route } = entry;
      return {
        functionName,
        routeKey: route.key,
        ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
      };
    }
    return null;
  };
}
