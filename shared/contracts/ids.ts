import * as z from 'zod';

/** Every kind of record that has an id of its own, with the prefix that names it on the wire. */
export const idPrefixes = {
  workspace: 'ws',
  client: 'cli',
  contact: 'con',
  invitation: 'inv',
  project: 'prj',
  billing_profile: 'bil',
  brand: 'brd',
  rate: 'rat',
  bulk_edit: 'blk',
  view: 'viw',
  client_settings: 'set',
  note: 'not',
  follow_up: 'fup',
  requirement: 'cmp',
  evidence: 'evd',
  proposal: 'prp',
  custom_values: 'cva',
  routing: 'rou',
  merge: 'mrg',
  account_team: 'tem',
} as const;

export type IdKind = keyof typeof idPrefixes;
export type Id<K extends IdKind> = z.infer<ReturnType<typeof idSchema<K>>>;

/** A prefixed ULID (`cli_01J…`): sortable by creation, and its kind is readable. */
export const idSchema = <K extends IdKind>(kind: K) =>
  z
    .string()
    .regex(new RegExp(`^${idPrefixes[kind]}_[0-7][0-9A-HJKMNP-TV-Z]{25}$`), `must be a ${kind} id`)
    .brand<K>()
    .meta({ description: `Id of a ${kind}`, example: `${idPrefixes[kind]}_01JD8Z5K6M7N8P9Q0R1S2T3V4W` });

export const WorkspaceId = idSchema('workspace');
export type WorkspaceId = Id<'workspace'>;
export const ClientId = idSchema('client');
export type ClientId = Id<'client'>;

export const ContactId = idSchema('contact');
export type ContactId = Id<'contact'>;
export const ProjectId = idSchema('project');
export type ProjectId = Id<'project'>;
export const BillingProfileId = idSchema('billing_profile');
export type BillingProfileId = Id<'billing_profile'>;
export const BrandId = idSchema('brand');
export type BrandId = Id<'brand'>;

export const RateId = idSchema('rate');
export type RateId = Id<'rate'>;

export const BulkEditId = idSchema('bulk_edit');
export type BulkEditId = Id<'bulk_edit'>;

export const ViewId = idSchema('view');
export type ViewId = Id<'view'>;

export const ClientSettingsId = idSchema('client_settings');
export type ClientSettingsId = Id<'client_settings'>;
export const NoteId = idSchema('note');
export type NoteId = Id<'note'>;

export const FollowUpId = idSchema('follow_up');
export type FollowUpId = Id<'follow_up'>;

export const ProposalId = idSchema('proposal');
export type ProposalId = Id<'proposal'>;

export const CustomValuesId = idSchema('custom_values');
export type CustomValuesId = Id<'custom_values'>;

export const AccountTeamId = idSchema('account_team');
export type AccountTeamId = Id<'account_team'>;

export const RoutingId = idSchema('routing');
export type RoutingId = Id<'routing'>;
export const RequirementId = idSchema('requirement');
export type RequirementId = Id<'requirement'>;
export const EvidenceId = idSchema('evidence');
export type EvidenceId = Id<'evidence'>;

export const MergeId = idSchema('merge');
export type MergeId = Id<'merge'>;

export const InvitationId = idSchema('invitation');
export type InvitationId = Id<'invitation'>;

/** A person who can sign in: the `sub` of the user pool, which never changes. */
export const UserId = z.uuid().brand<'user'>().meta({ description: 'Id of a person who can sign in' });
export type UserId = z.infer<typeof UserId>;
