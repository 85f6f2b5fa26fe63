import { givenWorkspace, unique, whereabouts, world } from './given.ts';

/** A workspace with a client and a contact of it who may enter the portal. */
export async function givenPortal(companies: readonly string[] = ['Acme Robotics']) {
  const workspace = await givenWorkspace();
  const email = `${unique('ana')}@acme.test`;
  for (const name of companies) {
    const { data: client } = await workspace.api.clients.create({
      params: workspace,
      body: { name, website: 'acme.test' },
    });
    if (!client) throw new Error('no client');
    const params = { workspaceId: workspace.workspaceId, clientId: client.id };
    const body = { firstName: 'Ana', lastName: 'Ruiz', emails: [email] };
    const { data: contact } = await workspace.api.contacts.create({ params, body });
    if (!contact) throw new Error('no contact');
    await world().portalPerson(params, contact);
  }
  const { port } = new URL(whereabouts().url);
  return { workspace, email, url: `http://${workspace.slug}.portal.localhost:${port}` };
}
