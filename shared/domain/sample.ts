import { type ErrorCode, Refusal } from '#contracts/errors.ts';
import type { ClientId } from '#contracts/ids.ts';
import { type Client, ClientCreate } from '#contracts/schemas/client.ts';
import { ContactCreate } from '#contracts/schemas/contact.ts';
import { ProjectCreate } from '#contracts/schemas/project.ts';
import type { Sample } from '#contracts/schemas/sample.ts';
import type { BrandReader } from './brands.ts';
import { newClient } from './client-fields.ts';
import type { SightReader } from './client-sights.ts';
import { type ClientReader, type ClientWriter, remove as trash } from './clients.ts';
import type { ContactReader, ContactWriter } from './contact-store.ts';
import { create as addContact } from './contacts.ts';
import type { Deps } from './deps.ts';
import type { Jobs } from './jobs.ts';
import type { MemberReader } from './members.ts';
import { create as addProject, type ProjectReader, type ProjectWriter } from './projects.ts';
import { whileMoving } from './records.ts';
import { destroy, type TrashReader, type TrashWriter } from './trash.ts';
import type { WorkspaceReader } from './workspaces.ts';

export interface SampleReader {
  /** The client that the sample hangs on; it may be destroyed by now. */
  clientId(): Promise<ClientId | null>;
}

export interface SampleWriter {
  /** Writes the client and that it is the sample, over the one before. Marks `SAMPLE_MOVED` when somebody was faster. */
  begin(client: Client, before: ClientId | null): Promise<void>;
}

/** How the repository says that somebody else loaded the sample at that moment. */
export const SAMPLE_MOVED = 'the sample was loaded meanwhile';

type Reading = Deps<{ sample: SampleReader; trash: TrashReader }>;
type Loading = Deps<{
  sample: SampleReader & SampleWriter;
  trash: TrashReader;
  clients: ClientReader & ClientWriter;
  contacts: ContactReader & ContactWriter;
  brands: BrandReader;
  projects: ProjectReader & ProjectWriter;
  sights: SightReader;
  members: MemberReader;
  workspaces: WorkspaceReader;
}>;

/** Whether the sample is there. */
export async function get({ data }: Pick<Reading, 'data'>): Promise<Sample> {
  const { live } = await state(data);
  return { loaded: live !== null, clientId: live };
}

/**
 * Loads the sample: a client, four people, a project. It counts nowhere. A sample that is there is completed,
 * so that a loading that was broken off is finished by the next.
 */
export async function load(deps: Loading): Promise<Sample> {
  const { data } = deps;
  const clientId = await whileMoving(SAMPLE_MOVED, async () => {
    const { kept, live } = await state(data);
    if (live) return live;
    const client = { ...newClient(deps, ClientCreate.parse(company), ownerOf(deps)), sample: true };
    await data.sample.begin(client, kept);
    return client.id;
  });
  for (const person of people) {
    await unlessThere(['email_taken', 'flag_taken'], () =>
      addContact(deps, clientId, ContactCreate.parse(person)),
    );
  }
  if (deps.actor.features.has('projects')) {
    await unlessThere(['name_taken'], () => addProject(deps, clientId, ProjectCreate.parse(project)));
  }
  return { loaded: true, clientId };
}

/** Removes the sample with all that hangs on it; when there is none, nothing happens. */
export async function remove(
  deps: Deps<{
    sample: SampleReader;
    trash: TrashReader & TrashWriter;
    clients: ClientReader & ClientWriter;
  }> & { jobs: Jobs },
): Promise<Sample> {
  const { live } = await state(deps.data);
  const client = live && (await deps.data.clients.get(live));
  if (client) {
    if (!client.deletedAt) await trash(deps, client.id, client.version);
    await destroy(deps, client.id, client.version + (client.deletedAt ? 0 : 1));
  }
  return { loaded: false, clientId: null };
}

async function state({ sample, trash: shelf }: Reading['data']) {
  const kept = await sample.clientId();
  const client = kept && (await shelf.kept(kept));
  return { kept, live: client && !client.destroyedAt ? client.id : null };
}

/** Adds what is not there yet, nor has somebody else in its place. */
async function unlessThere(codes: readonly ErrorCode[], add: () => Promise<unknown>): Promise<void> {
  try {
    await add();
  } catch (error) {
    if (!(error instanceof Refusal) || !codes.includes(error.code)) throw error;
  }
}

const ownerOf = ({ actor }: Pick<Loading, 'actor'>) => ({
  ownerId: actor.userId,
  ownerName: actor.name,
  ownerEmail: actor.email,
});

const company = {
  name: 'Harbor & Pine (sample)',
  legalName: 'Harbor & Pine Trading Ltd',
  website: 'harborandpine.example',
  industry: 'Retail',
  notes: 'Made up, so that you can look around. Remove the sample when you are done.',
  addresses: [
    { kind: 'billing', line1: '12 Quay Street', city: 'Bristol', postalCode: 'BS1 4QD', country: 'GB' },
  ],
};

const people = [
  {
    firstName: 'Rosa',
    lastName: 'Almeida',
    title: 'Managing director',
    emails: ['rosa@harborandpine.example'],
    flags: ['decision_maker', 'approver'],
  },
  {
    firstName: 'Ben',
    lastName: 'Whitaker',
    title: 'Finance lead',
    emails: ['ben@harborandpine.example'],
    flags: ['billing'],
  },
  {
    firstName: 'Ingrid',
    lastName: 'Solheim',
    title: 'Marketing manager',
    emails: ['ingrid@harborandpine.example'],
    flags: ['reviewer', 'communication_owner'],
  },
  {
    firstName: 'Kofi',
    lastName: 'Mensah',
    title: 'Head of technology',
    emails: ['kofi@harborandpine.example'],
    flags: ['technical'],
  },
];

const project = { name: 'Web shop relaunch', description: 'Design, build and launch.', status: 'active' };
