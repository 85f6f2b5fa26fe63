import type { AccountTeamReader, AccountTeamWriter } from '#domain/account-team.ts';
import type { ActivityReader, ActivityWriter } from '#domain/activity.ts';
import type { BillingProfileReader, BillingProfileWriter } from '#domain/billing-profiles.ts';
import type { BrandRemover, BrandUseReader } from '#domain/brand-removal.ts';
import type { BrandReader, BrandWriter } from '#domain/brands.ts';
import type { BulkEditReader, BulkEditWriter } from '#domain/bulk-store.ts';
import type { CodeReader } from '#domain/client-codes.ts';
import type { ClientLister } from '#domain/client-lists.ts';
import type { ClientSettingsReader, ClientSettingsWriter } from '#domain/client-settings.ts';
import type { SightReader } from '#domain/client-sights.ts';
import type { ClientReader, ClientWriter } from '#domain/clients.ts';
import type { ContactReader, ContactWriter } from '#domain/contact-store.ts';
import type { CustomFieldReader, CustomFieldWriter } from '#domain/custom-fields.ts';
import type { CustomValueReader, CustomValueWriter } from '#domain/custom-values.ts';
import type { DuplicateReader } from '#domain/duplicates.ts';
import type { FamilyReader, FamilyWriter } from '#domain/family.ts';
import type { FollowUpReader, FollowUpWriter } from '#domain/follow-ups.ts';
import type { InvitationReader, InvitationWriter } from '#domain/invitations.ts';
import type { ListReader, ListWriter } from '#domain/lists.ts';
import type { MemberReader, MemberWriter } from '#domain/members.ts';
import type { MergeReader, MergeWriter } from '#domain/merge-store.ts';
import type { NewClientWriter } from '#domain/new-clients.ts';
import type { NoteReader, NoteWriter } from '#domain/notes.ts';
import type { PairReader, PairWriter } from '#domain/pairs.ts';
import type { PeopleFinder } from '#domain/people.ts';
import type { HoldingReader } from '#domain/plans.ts';
import type { ProjectReader, ProjectWriter } from '#domain/projects.ts';
import type { ProposalReader, ProposalWriter } from '#domain/proposals.ts';
import type { RateReader, RateWriter } from '#domain/rates.ts';
import type { RequirementReader, RequirementWriter } from '#domain/requirements.ts';
import type { RoutingReader, RoutingWriter } from '#domain/routing.ts';
import type { SampleReader, SampleWriter } from '#domain/sample.ts';
import type { StandardReader, StandardWriter } from '#domain/standards.ts';
import type { TrashReader, TrashWriter } from '#domain/trash.ts';
import type { ViewReader, ViewWriter } from '#domain/views.ts';
import type { WorkspaceReader, WorkspaceWriter } from '#domain/workspaces.ts';
import type { Db } from './db.ts';

/** What a function with `table.read` may ask, by noun. */
export interface Readers {
  clients: ClientReader & ClientLister;
  codes: CodeReader;
  contacts: ContactReader & PeopleFinder;
  customFields: CustomFieldReader;
  customValues: CustomValueReader;
  duplicates: DuplicateReader;
  pairs: PairReader;
  invitations: InvitationReader;
  lists: ListReader;
  projects: ProjectReader;
  billingProfiles: BillingProfileReader;
  brands: BrandReader & BrandUseReader;
  accountTeam: AccountTeamReader;
  bulkEdits: BulkEditReader;
  views: ViewReader;
  family: FamilyReader;
  clientSettings: ClientSettingsReader;
  rates: RateReader;
  routing: RoutingReader;
  standards: StandardReader;
  requirements: RequirementReader;
  proposals: ProposalReader;
  sights: SightReader;
  members: MemberReader;
  merges: MergeReader;
  workspaces: WorkspaceReader;
  activity: ActivityReader;
  notes: NoteReader;
  followUps: FollowUpReader;
  trash: TrashReader;
  holdings: HoldingReader;
  sample: SampleReader;
}

/** What a function with `table.write` may change, by noun. */
export interface Writers {
  clients: ClientWriter;
  newClients: NewClientWriter;
  contacts: ContactWriter;
  customFields: CustomFieldWriter;
  customValues: CustomValueWriter;
  pairs: PairWriter;
  invitations: InvitationWriter;
  lists: ListWriter;
  members: MemberWriter;
  merges: MergeWriter;
  workspaces: WorkspaceWriter;
  projects: ProjectWriter;
  billingProfiles: BillingProfileWriter;
  brands: BrandWriter & BrandRemover;
  accountTeam: AccountTeamWriter;
  bulkEdits: BulkEditWriter;
  views: ViewWriter;
  family: FamilyWriter;
  clientSettings: ClientSettingsWriter;
  rates: RateWriter;
  routing: RoutingWriter;
  standards: StandardWriter;
  requirements: RequirementWriter;
  proposals: ProposalWriter;
  activity: ActivityWriter;
  notes: NoteWriter;
  followUps: FollowUpWriter;
  trash: TrashWriter;
  sample: SampleWriter;
}

/** How the data of a noun is opened: a repository that reads, writes, or both. */
export type Factories = {
  [K in keyof Readers | keyof Writers]: (
    db: Db,
  ) => (K extends keyof Readers ? Readers[K] : unknown) & (K extends keyof Writers ? Writers[K] : unknown);
};

/** What some factories make, each when it is first asked for. */
export type Opened<F> = { [K in keyof F]: F[K] extends (db: Db) => infer R ? R : never };

/** Opens the repositories of a workspace. */
export function openRepositories<F extends Partial<Factories>>(db: Db, factories: F): Opened<F> {
  const made: Partial<Record<string, unknown>> = {};
  const opened = {};
  for (const [noun, open] of Object.entries(factories)) {
    Object.defineProperty(opened, noun, {
      enumerable: true,
      get: () => {
        made[noun] ??= open(db);
        return made[noun];
      },
    });
  }
  return opened as Opened<F>;
}
