import type { ActivityReader, ActivityWriter } from '#domain/activity.ts';
import type { CodeReader } from '#domain/client-codes.ts';
import type { ClientLister } from '#domain/client-lists.ts';
import type { SightReader } from '#domain/client-sights.ts';
import type { ClientReader, ClientWriter } from '#domain/clients.ts';
import type { ContactReader, ContactWriter } from '#domain/contacts.ts';
import type { InvitationReader, InvitationWriter } from '#domain/invitations.ts';
import type { ListReader, ListWriter } from '#domain/lists.ts';
import type { MemberReader, MemberWriter } from '#domain/members.ts';
import type { HoldingReader } from '#domain/plans.ts';
import type { ProjectReader, ProjectWriter } from '#domain/projects.ts';
import type { RateReader, RateWriter } from '#domain/rates.ts';
import type { SampleReader, SampleWriter } from '#domain/sample.ts';
import type { TrashReader, TrashWriter } from '#domain/trash.ts';
import type { WorkspaceReader, WorkspaceWriter } from '#domain/workspaces.ts';
import type { Db } from './db.ts';
import { activityRepository } from './repositories/activity.ts';
import { codeRepository } from './repositories/client-codes.ts';
import { sightRepository } from './repositories/client-sights.ts';
import { clientRepository } from './repositories/clients.ts';
import { contactRepository } from './repositories/contacts.ts';
import { holdingRepository } from './repositories/holdings.ts';
import { invitationRepository } from './repositories/invitations.ts';
import { listRepository } from './repositories/lists.ts';
import { memberRepository } from './repositories/members.ts';
import { projectRepository } from './repositories/projects.ts';
import { rateRepository } from './repositories/rates.ts';
import { sampleRepository } from './repositories/sample.ts';
import { trashRepository } from './repositories/trash.ts';
import { workspaceRepository } from './repositories/workspaces.ts';

/** What a function with `table.read` may ask, by noun. */
export interface Readers {
  clients: ClientReader & ClientLister;
  codes: CodeReader;
  contacts: ContactReader;
  invitations: InvitationReader;
  lists: ListReader;
  projects: ProjectReader;
  rates: RateReader;
  sights: SightReader;
  members: MemberReader;
  workspaces: WorkspaceReader;
  activity: ActivityReader;
  trash: TrashReader;
  holdings: HoldingReader;
  sample: SampleReader;
}

/** What a function with `table.write` may change, by noun. */
export interface Writers {
  clients: ClientWriter;
  contacts: ContactWriter;
  invitations: InvitationWriter;
  lists: ListWriter;
  members: MemberWriter;
  workspaces: WorkspaceWriter;
  projects: ProjectWriter;
  rates: RateWriter;
  activity: ActivityWriter;
  trash: TrashWriter;
  sample: SampleWriter;
}

type Repositories = { [K in keyof Readers]: Readers[K] & (K extends keyof Writers ? Writers[K] : unknown) };

/** Every repository of a workspace; a noun is made when it is first asked for. */
export function openRepositories(db: Db): Repositories {
  const made = new Map<string, unknown>();
  const once = <T>(noun: string, make: (db: Db) => T): T => {
    if (!made.has(noun)) made.set(noun, make(db));
    return made.get(noun) as T;
  };
  return {
    get clients() {
      return once('clients', clientRepository);
    },
    get codes() {
      return once('codes', codeRepository);
    },
    get contacts() {
      return once('contacts', contactRepository);
    },
    get projects() {
      return once('projects', projectRepository);
    },
    get rates() {
      return once('rates', rateRepository);
    },
    get sights() {
      return once('sights', sightRepository);
    },
    get members() {
      return once('members', memberRepository);
    },
    get invitations() {
      return once('invitations', invitationRepository);
    },
    get lists() {
      return once('lists', listRepository);
    },
    get workspaces() {
      return once('workspaces', workspaceRepository);
    },
    get sample() {
      return once('sample', sampleRepository);
    },
    get holdings() {
      return once('holdings', holdingRepository);
    },
    get activity() {
      return once('activity', activityRepository);
    },
    get trash() {
      return once('trash', trashRepository);
    },
  };
}
