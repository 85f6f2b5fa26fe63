import type { Page } from 'playwright-core';
import type { ClientId } from '#contracts/ids.ts';
import type { PortalSection } from '#contracts/permissions.ts';
import { givenWorkspace, unique, whereabouts, world } from './given.ts';
import { codeFor } from './portal.ts';

/** A workspace with clients and a contact of them who may enter the portal. */
export async function givenPortal(
  companies: readonly string[] = ['Acme Robotics'],
  sections?: PortalSection[],
) {
  const workspace = await givenWorkspace();
  const email = `${unique('ana')}@acme.test`;
  const clientIds: ClientId[] = [];
  for (const name of companies) {
    const { data: client } = await workspace.api.clients.create({
      params: workspace,
      body: { name, website: 'acme.test' },
    });
    if (!client) throw new Error('no client');
    clientIds.push(client.id);
    const params = { workspaceId: workspace.workspaceId, clientId: client.id };
    const body = { firstName: 'Ana', lastName: 'Ruiz', emails: [email] };
    const { data: contact } = await workspace.api.contacts.create({ params, body });
    if (!contact) throw new Error('no contact');
    await world().portalPerson(params, contact, sections);
  }
  const { port } = new URL(whereabouts().url);
  return { workspace, email, clientIds, url: `http://${workspace.slug}.portal.localhost:${port}` };
}

/** Asks for a code on the sign-in page that is on screen. */
export async function askForCode(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
}

/** Enters the code from the newest mail, as a paste does: all digits at once. */
export async function enterCode(page: Page, email: string): Promise<void> {
  await page.getByLabel('Digit 1 of 6').fill(await codeFor(email));
}
