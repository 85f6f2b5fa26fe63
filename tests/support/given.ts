import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { inject } from 'vitest';
import { type Api, createApi } from '#contracts/client.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { BuiltInRole } from '#contracts/roles.ts';
import { routes } from '#contracts/routes.ts';
import type { Person } from '#domain/workspaces.ts';
import { worldOf } from '#infra/local/world.ts';

/** A password that the pool's policy accepts. */
export const password = 'Correct-horse-9!';
export const host = 'app.localhost';

export const whereabouts = () => inject('whereabouts');
export const world = () => worldOf(whereabouts());

/** A word that no other test uses. */
export const unique = (word = 'x') => `${word}-${randomBytes(5).toString('hex')}`;

/** A member of staff who is signed in, with the typed client that acts as that person. */
export interface SignedIn {
  person: Person;
  token: string;
  api: Api<typeof routes>;
}

/** A workspace of the test's own with one signed-in member. */
export async function givenWorkspace(role: BuiltInRole = 'owner', plan?: string) {
  const { found, join } = world();
  const founder = await givenPerson();
  const workspace = await found({
    name: 'Test Studio',
    slug: unique('studio'),
    owner: founder.person,
    ...(plan && { plan }),
  });
  const join_ = async (as: string, name?: string): Promise<SignedIn> => {
    const member = await givenPerson(name);
    await join(workspace.id, member.person, as);
    return member;
  };
  const member = role === 'owner' ? founder : await join_(role);
  return {
    workspaceId: workspace.id as WorkspaceId,
    slug: workspace.slug,
    owner: founder,
    join: join_,
    ...member,
  };
}

/** A person of staff who belongs to no workspace yet, signed in. */
export async function givenPerson(name = 'Mara Lindqvist'): Promise<SignedIn> {
  const person = await world().person({ email: `${unique('mara')}@example.test`, name, password });
  return signInAs(person);
}

/** Somebody who runs the installation, signed in. */
export async function givenOperator(): Promise<SignedIn> {
  const { person } = await givenPerson('Otto Operator');
  await world().operate(person);
  // The groups stand in the token, so it is asked for once he is in.
  return signInAs(person);
}

/** Signs a person in with the password of all tests. */
async function signInAs(person: Person): Promise<SignedIn> {
  const { data } = await apiAs(null).staffAuth.signIn({ body: { email: person.email, password } });
  if (!data || 'challenge' in data) throw new Error('signing in asked for more');
  return { person, token: data.accessToken, api: apiAs(data.accessToken) };
}

/** The product's own client, as whoever holds the token. */
export const apiAs = (token: string | null) =>
  createApi(routes, { fetch: throughTheDoor, baseUrl: whereabouts().url, token: () => token });

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what the server sent is what a test is about to find out
  json: any;
}

/** A request as any program could send it, well-formed or not. Node does not resolve *.localhost by itself. */
export function send(
  method: string,
  path: string,
  {
    headers = {},
    body,
    site = host,
  }: { headers?: Record<string, string>; body?: string | object; site?: string } = {},
): Promise<RawAnswer> {
  const { port } = new URL(whereabouts().url);
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          host: site,
          ...(text !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(text)),
          }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answered = Buffer.concat(chunks).toString();
          const isJson = /json/.test(response.headers['content-type'] ?? '');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: answered,
            json: isJson ? JSON.parse(answered) : null,
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

/** `fetch` with the Host header of the staff app, which the real one forbids to set. */
const throughTheDoor: typeof fetch = async (input, init = {}) => {
  const { pathname, search } = new URL(String(input));
  const { status, headers, text } = await send(init.method ?? 'GET', pathname + search, {
    headers: init.headers as Record<string, string>,
    body: (init.body ?? undefined) as string | undefined,
  });
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return new Response(status === 204 || status === 304 ? null : text, {
    status,
    headers: Object.fromEntries(kept),
  });
};

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
