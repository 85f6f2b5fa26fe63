import { escapeHtml } from '#infra/html.ts';
import type { Page } from './gateway.ts';
import { sendPage } from './sites.ts';

/** The few pages of the local cloud itself: plain, readable, light and dark. */
export const htmlPage = (title: string, body: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Foyer</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
h2 { font-size: 1.1rem; margin-bottom: 0; }
article { border-top: 1px solid GrayText; padding-bottom: 1rem; }
.quiet { margin: 0; font-size: 0.9rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
</style>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</html>
`;

/** Where everything is, for whoever opens the bare address. */
export function indexPage(): Page {
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path !== '/') return sendPage(response, 404, 'text/plain; charset=utf-8', 'Not found');
    const port = request.socket.localPort;
    const link = (host: string, path: string, text: string) => {
      const url = `http://${host}:${port}${path}`;
      return `<li><a href="${url}">${escapeHtml(text)}</a></li>`;
    };
    const links = [
      link('app.localhost', '/', 'Staff app'),
      link('mail.localhost', '/', 'Mailbox'),
      link('app.localhost', '/docs', 'API reference'),
      link('app.localhost', '/api/openapi.json', 'API description'),
      link('app.localhost', '/api/health', 'Health'),
    ];
    const note = '<p>Client portals answer on <code>&lt;workspace&gt;.portal.localhost</code>.</p>';
    sendPage(
      response,
      200,
      'text/html; charset=utf-8',
      htmlPage('Foyer', `<ul>${links.join('')}</ul>${note}`),
    );
  };
}
