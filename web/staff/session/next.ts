/** Pages for whoever is not signed in; none of them is a place to go to afterwards. */
const doors = ['/sign-in', '/forgot', '/sign-up'];

/** Where to go after signing in: a path of this app, whatever the address bar was made to say. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/')) return '/';
  const { origin } = window.location;
  if (!URL.canParse(next, origin)) return '/';
  const url = new URL(next, origin);
  const path = url.pathname + url.search + url.hash;
  return url.origin === origin && !path.startsWith('//') && !doors.includes(url.pathname) ? path : '/';
}

/** A page before the sign-in that remembers where its visitor wanted to go. */
export const withNext = (path: string, next: string | undefined) =>
  next ? `${path}?${new URLSearchParams({ next })}` : path;
