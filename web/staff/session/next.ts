/** Where to go after signing in: a path of this app, whatever the address bar was made to say. */
export function safeNext(next: string | undefined): string {
  if (!next?.startsWith('/')) return '/';
  const { origin } = window.location;
  if (!URL.canParse(next, origin)) return '/';
  const url = new URL(next, origin);
  const path = url.pathname + url.search + url.hash;
  return url.origin === origin && !path.startsWith('//') && url.pathname !== '/sign-in' ? path : '/';
}
