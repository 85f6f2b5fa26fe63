import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { securityHeaders } from '#infra/security-headers.ts';
import type { Page } from './gateway.ts';

const { 'strict-transport-security': _overTlsOnly, ...pageHeaders } = securityHeaders;

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compressed = /^(text\/|application\/|image\/svg)/;

interface Asset {
  type: string;
  content: Buffer;
  gzipped: Buffer | null;
  etag: string;
}

/** Answers with a page or file of our own, under the same headers as on AWS. */
export function sendPage(
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Buffer,
): void {
  const length = Buffer.byteLength(content);
  response.writeHead(status, { ...pageHeaders, 'content-type': type, 'content-length': length });
  response.end(content);
}

/** The files of a site by the path that asks for them. What is not listed here cannot be asked for. */
function filesIn(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    // Source maps and the build's own notes stay at home, as they do on AWS.
    if (entry.isFile() && !path.includes('/.') && !path.endsWith('.map')) files.set(path, file);
  }
  return files;
}

function load(file: string): Asset {
  const content = readFileSync(file);
  const type = types[extname(file)] ?? 'application/octet-stream';
  return {
    type,
    content,
    gzipped: compressed.test(type) ? gzipSync(content) : null,
    etag: `"${createHash('sha256').update(content).digest('hex').slice(0, 32)}"`,
  };
}

/** A site of which one path, and nothing under it, is another page; as the function at the edge has it. */
export function withPage(site: Page, path: string, page: Page): Page {
  const isPage = new RegExp(`^${path}/?(\\?|$)`);
  return (request, response) => (isPage.test(request.url ?? '') ? page : site)(request, response);
}

/** An app as CloudFront serves it: its files, and `index.html` for every path of the app itself. */
export function createSite(folder: string): Page {
  let files = new Map<string, string>();
  let built = 0;
  const assets = new Map<string, Asset>();

  /** The app may be built, or built again, while we run. */
  function refresh(): void {
    const index = join(folder, 'index.html');
    const changed = existsSync(index) ? statSync(index).mtimeMs : 0;
    if (changed === built) return;
    built = changed;
    files = filesIn(folder);
    assets.clear();
  }

  function assetAt(path: string): Asset | null {
    const file = files.get(path);
    if (!file) return null;
    const asset = assets.get(path) ?? load(file);
    assets.set(path, asset);
    return asset;
  }

  return (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return sendPage(response, 405, 'text/plain; charset=utf-8', 'Method not allowed');
    }
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/' || path === '/index.html' || !files.has(path)) refresh();
    const isAppPath = extname(path) === '';
    const asset = assetAt(path) ?? (isAppPath ? assetAt('/index.html') : null);
    if (!asset) {
      const sentence = files.size === 0 && isAppPath ? 'This app is not built yet.' : 'Not found';
      return sendPage(response, 404, 'text/plain; charset=utf-8', sentence);
    }
    const immutable = path.startsWith('/assets/');
    const useGzip =
      asset.gzipped !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const headers = {
      ...pageHeaders,
      'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: asset.etag,
      vary: 'accept-encoding',
    };
    if (request.headers['if-none-match'] === asset.etag) {
      response.writeHead(304, headers);
      return void response.end();
    }
    const content = useGzip && asset.gzipped ? asset.gzipped : asset.content;
    response.writeHead(200, {
      ...headers,
      'content-type': asset.type,
      'content-length': content.length,
      ...(useGzip && { 'content-encoding': 'gzip' }),
    });
    response.end(content);
  };
}
