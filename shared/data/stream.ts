import type { RecordKind } from '#contracts/events.ts';
import type { ClientId, WorkspaceId } from '#contracts/ids.ts';
import { routingCatalogue } from '#contracts/routing.ts';
import type { Evidence, KeptRequirement } from '#contracts/schemas/requirement.ts';
import type { RoutingRule } from '#contracts/schemas/routing.ts';
import type { Change, Versioned } from '#domain/activity.ts';
import { AccountTeam } from './entities/account-team.ts';
import { BillingProfile } from './entities/billing-profile.ts';
import { Brand } from './entities/brand.ts';
import { Client } from './entities/client.ts';
import { ClientSettings } from './entities/client-settings.ts';
import { Contact } from './entities/contact.ts';
import { CustomValues } from './entities/custom-values.ts';
import { FollowUp } from './entities/follow-up.ts';
import { Merge } from './entities/merge.ts';
import { Note } from './entities/note.ts';
import { Project } from './entities/project.ts';
import { Proposal } from './entities/proposal.ts';
import { clientOf, Rate } from './entities/rate.ts';
import { Requirement } from './entities/requirement.ts';
import { Routing } from './entities/routing.ts';
import { fromItem as placeFromItem } from './repositories/account-team.ts';
import { fromItem as billingProfileFromItem } from './repositories/billing-profiles.ts';
import { fromItem as brandFromItem } from './repositories/brands.ts';
import { fromItem as clientSettingsFromItem } from './repositories/client-settings.ts';
import { keptFromItem as clientFromItem } from './repositories/clients.ts';
import { fromItem as contactFromItem } from './repositories/contacts.ts';
import { fromItem as valuesFromItem } from './repositories/custom-values.ts';
import { fromItem as followUpFromItem } from './repositories/follow-ups.ts';
import { fromItem as mergeFromItem } from './repositories/merges.ts';
import { fromItem as noteFromItem } from './repositories/notes.ts';
import { fromItem as projectFromItem } from './repositories/projects.ts';
import { fromItem as proposalFromItem } from './repositories/proposals.ts';
import { fromItem as rateFromItem } from './repositories/rates.ts';
import { fromItem as requirementFromItem } from './repositories/requirements.ts';
import { fromItem as routingFromItem } from './repositories/routing.ts';

type Image = Record<string, unknown>;
interface Read {
  workspaceId: WorkspaceId;
  clientId: ClientId;
  record: Versioned;
}

/** How the image of each kind of record is read back; a kind without a row does not compile. */
const readers: Record<RecordKind, (Item: Image) => Read> = {
  client: (Item) => {
    const { data } = Client.parse({ Item });
    if (!data) throw new Error('the image is not a client');
    const { merged, ...client } = clientFromItem(data);
    const record = { ...client, mergedInto: merged?.mergedInto ?? null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  contact: (Item) => {
    const { data } = Contact.parse({ Item });
    if (!data) throw new Error('the image is not a contact');
    const contact = contactFromItem(data);
    // As texts, which the page puts into words.
    const planned = contact.planned && JSON.stringify(contact.planned);
    const away = contact.away && JSON.stringify(contact.away);
    const record = { ...contact, planned, away, deletedAt: data.deletedAt ?? null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  project: (Item) => {
    const { data } = Project.parse({ Item });
    if (!data) throw new Error('the image is not a project');
    const record = { ...projectFromItem(data), deletedAt: data.deletedAt ?? null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  billing_profile: (Item) => {
    const { data } = BillingProfile.parse({ Item });
    if (!data) throw new Error('the image is not a billing profile');
    const profile = billingProfileFromItem(data);
    const { becameDefaultAt = null, deletedAt = null } = data;
    const record = { ...profile, name: profile.legalName, becameDefaultAt, deletedAt };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  brand: (Item) => {
    const { data } = Brand.parse({ Item });
    if (!data) throw new Error('the image is not a brand');
    const record = { ...brandFromItem(data), deletedAt: data.deletedAt ?? null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  requirement: (Item) => {
    const { data } = Requirement.parse({ Item });
    if (!data) throw new Error('the image is not a requirement');
    const { snooze, waiver, ...kept } = requirementFromItem(data);
    const record = {
      ...kept,
      name: kept.standardName,
      evidenceLabels: labelsOf(kept),
      acceptedLabels: labelsOf(kept, 'accepted'),
      rejectedLabels: labelsOf(kept, 'rejected'),
      withdrawnLabels: labelsOf(kept, 'withdrawn'),
      waivedUntil: waiver?.until ?? null,
      snoozedUntil: snooze?.until ?? null,
      deletedAt: data.deletedAt ?? null,
    };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  account_team: (Item) => {
    const { data } = AccountTeam.parse({ Item });
    if (!data) throw new Error('the image is not of an account team');
    const place = placeFromItem(data);
    const record = { ...place, name: place.memberName, deletedAt: data.deletedAt ?? null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  proposal: (Item) => {
    const { data } = Proposal.parse({ Item });
    if (!data) throw new Error('the image is not a proposal');
    const proposal = proposalFromItem(data);
    // It goes with its client only.
    const record = { ...proposal, name: proposal.standardName, deletedAt: null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  rate: (Item) => {
    const { data } = Rate.parse({ Item });
    if (!data) throw new Error('the image is not a rate of a client');
    const rate = rateFromItem(data);
    const record = { ...rate, name: rate.positionName, deletedAt: data.deletedAt ?? null };
    return { workspaceId: data.workspaceId, clientId: clientOf(data), record };
  },
  routing: (Item) => {
    const { data } = Routing.parse({ Item });
    if (!data) throw new Error('the image is not the routing of a client');
    const { rules, ...routing } = routingFromItem(data);
    const record = { ...routing, named: toldRules(rules), name: '', deletedAt: null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  client_settings: (Item) => {
    const { data } = ClientSettings.parse({ Item });
    if (!data) throw new Error('the image is not the settings of a client');
    const { values, ...settings } = clientSettingsFromItem(data);
    // As texts, so that to say nothing differs from to choose none.
    const said = Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]);
    const record = { ...settings, ...Object.fromEntries(said), name: 'Settings', deletedAt: null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  note: (Item) => {
    const { data } = Note.parse({ Item });
    if (!data) throw new Error('the image is not a note');
    const note = noteFromItem(data);
    // It has no name of its own, and its text is not for the timeline to keep.
    return { workspaceId: data.workspaceId, clientId: data.clientId, record: { ...note, name: note.kind } };
  },
  follow_up: (Item) => {
    const { data } = FollowUp.parse({ Item });
    if (!data) throw new Error('the image is not a follow-up');
    const followUp = followUpFromItem(data);
    const status = followUp.doneAt ? 'done' : 'open';
    const record = { ...followUp, name: followUp.what, status, deletedAt: data.deletedAt ?? null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  merge: (Item) => {
    const { data } = Merge.parse({ Item });
    if (!data) throw new Error('the image is not a merge');
    const { id, version, loserName: name, updatedAt, updatedBy, state } = mergeFromItem(data);
    const status = state === 'undoing' || state === 'undone' ? 'undone' : 'merged';
    const record = { id, version, name, status, updatedAt, updatedBy, deletedAt: null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
  custom_values: (Item) => {
    const { data } = CustomValues.parse({ Item });
    if (!data) throw new Error('the image is not of custom fields');
    // They go with their client only.
    const values = valuesFromItem(data);
    const own = Object.entries(values.named).map(([key, told]) => [`custom.${key}`, told]);
    const record = { ...values, named: Object.fromEntries(own), name: '', deletedAt: null };
    return { workspaceId: data.workspaceId, clientId: data.clientId, record };
  },
};

/** Each rule by what it is about and for which brand; who it names as a text, which the page puts into words. */
const toldRules = (rules: readonly RoutingRule[]): NonNullable<Versioned['named']> =>
  Object.fromEntries(
    rules.map(({ event, brandId, to, cc }) => [
      `rule.${event}${brandId ? `.${brandId}` : ''}`,
      { label: routingCatalogue[event].label, text: JSON.stringify({ to, cc }) },
    ]),
  );

/** The evidence of a requirement, or what of it was judged so, by its names. */
const labelsOf = ({ evidence }: Pick<KeptRequirement, 'evidence'>, judged?: Evidence['review']): string[] =>
  evidence.filter(({ review }) => judged === undefined || review === judged).map(({ label }) => label);

/**
 * A committed change of the table as the domain understands it.
 * @throws {Error} for an image that cannot be read: the record is poison and belongs to the dead letters
 */
export function readChange(images: {
  before: Image | null;
  after: Image | null;
}): Change & { workspaceId: WorkspaceId } {
  const kind = (images.after ?? images.before)?.__edb_e__ as string;
  const read = Object.hasOwn(readers, kind) ? readers[kind as RecordKind] : undefined;
  if (!read) throw new Error(`no reader for records of kind ${kind}`);
  const [before, after] = [images.before && read(images.before), images.after && read(images.after)];
  const known = after ?? before;
  if (!known) throw new Error('a stream record without images');
  return {
    workspaceId: known.workspaceId,
    clientId: known.clientId,
    kind: kind as RecordKind,
    before: before?.record ?? null,
    after: after?.record ?? null,
    arrived: images.before === null && images.after?.movedBy !== undefined,
  };
}
