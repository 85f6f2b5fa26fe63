import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Slug } from '#data/entities/slug.ts';
import { demoClients } from './demo/clients.ts';
import { portalEmails } from './demo/contacts.ts';
import { type DemoWorkspace, demoOperator, demoPassword, demoWorkspaces } from './demo/people.ts';
import { seedClients } from './demo/seed-clients.ts';
import { seedViews } from './demo/views.ts';
import { type Whereabouts, type World, worldOf } from './world.ts';

/** What `npm start` prints of the demo. */
export interface DemoCard {
  signIns: { email: string; password: string; role: string; workspace: string }[];
  portals: { slug: string; emails: string[] }[];
}

/** Fills an empty local cloud with two believable workspaces; a second call finds them and adds nothing. */
export async function seedDemo(where: Whereabouts): Promise<DemoCard> {
  const world = worldOf(where);
  for (const workspace of demoWorkspaces) {
    if (!(await exists(world, workspace.slug))) await seed(world, workspace);
  }
  // Made anew or found, either way the same: a demo of an earlier day gets its operator too.
  await world.operate(await world.person({ ...demoOperator, password: demoPassword }));
  return {
    signIns: [
      ...demoWorkspaces.flatMap(({ name, people }) =>
        people.map(({ email, role }) => ({ email, password: demoPassword, role, workspace: name })),
      ),
      {
        email: demoOperator.email,
        password: demoPassword,
        role: 'operator',
        workspace: 'the whole installation',
      },
    ],
    portals: [{ slug: 'northwind', emails: Object.values(portalEmails) }],
  };
}

async function exists({ client, tables }: World, slug: string): Promise<boolean> {
  const params = Slug.get({ slug }).params({ table: tables.directory });
  const { Item } = await client.send(new GetCommand(params as { TableName: string; Key: { pk: string } }));
  return Item !== undefined;
}

async function seed(world: World, { name, slug, people }: DemoWorkspace): Promise<void> {
  const staff = [];
  for (const { name, email, role } of people) {
    staff.push({ role, person: await world.person({ name, email, password: demoPassword }) });
  }
  const [owner, ...others] = staff;
  if (!owner) return;
  const workspace = await world.found({ name, slug, owner: owner.person });
  for (const { person, role } of others) await world.join(workspace.id, person, role);
  await seedClients(world, workspace.id, staff, demoClients(slug));
  await seedViews(world, workspace.id, owner.person);
}
