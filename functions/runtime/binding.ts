import type { Turn } from './context.ts';

/** What a cursor is bound to: the route with its path, the person, and the question without its position. */
export const bindingOf = ({ event, route, subject, query }: Turn): string =>
  JSON.stringify([route.key, event.rawPath, subject, Object.entries(query).sort()]);
