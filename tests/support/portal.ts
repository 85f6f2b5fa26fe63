import { portalAuth } from '#contracts/routes/portal-auth.ts';
import { type RawAnswer, send } from './given.ts';

/** The host of a workspace's portal. */
export const siteOf = ({ slug }: { slug: string }) => `${slug}.portal.localhost`;

/** The cookies an answer set, as a browser sends them back. */
export const cookiesOf = ({ headers }: Pick<RawAnswer, 'headers'>) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((line) => String(line).split(';')[0])
    .join('; ');

export const askCode = (site: string, email: string) =>
  send('POST', portalAuth.requestCode.path, { site, body: { email } });

export const enterCode = (site: string, email: string, code: string, cookie: string) =>
  send('POST', portalAuth.signIn.path, { site, headers: { cookie }, body: { email, code } });

/** The newest mail to an address, read where a person would read it; empty when there is none. */
export async function mailTo(address: string): Promise<string> {
  const { json } = await send('GET', '/api/messages', { site: 'mail.localhost' });
  return json.data.find(({ to }: { to: string }) => to === address)?.text ?? '';
}

/** The code in the newest mail to an address. */
export const codeFor = async (address: string) => /\b(\d{6})\b/.exec(await mailTo(address))?.[1] ?? '';

/** Signs a contact in with the code from the mail, and answers the access token. */
export async function signInToPortal(site: string, email: string): Promise<string> {
  const asked = await askCode(site, email);
  const answer = await enterCode(site, email, await codeFor(email), cookiesOf(asked));
  return answer.json.accessToken;
}
