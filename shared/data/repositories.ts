import type { Factories } from './nouns.ts';
import { accountTeamRepository } from './repositories/account-team.ts';
import { activityRepository } from './repositories/activity.ts';
import { billingProfileRepository } from './repositories/billing-profiles.ts';
import { brandRepository } from './repositories/brands.ts';
import { bulkEditRepository } from './repositories/bulk-edits.ts';
import { codeRepository } from './repositories/client-codes.ts';
import { clientSettingsRepository } from './repositories/client-settings.ts';
import { sightRepository } from './repositories/client-sights.ts';
import { duplicateRepository } from './repositories/client-traits.ts';
import { clientRepository } from './repositories/clients.ts';
import { contactRepository } from './repositories/contacts.ts';
import { customFieldRepository } from './repositories/custom-fields.ts';
import { customValueRepository } from './repositories/custom-values.ts';
import { familyRepository } from './repositories/family.ts';
import { followUpRepository } from './repositories/follow-ups.ts';
import { holdingRepository } from './repositories/holdings.ts';
import { invitationRepository } from './repositories/invitations.ts';
import { listRepository } from './repositories/lists.ts';
import { memberRepository } from './repositories/members.ts';
import { mergeRepository } from './repositories/merges.ts';
import { newClientRepository } from './repositories/new-clients.ts';
import { noteRepository } from './repositories/notes.ts';
import { pairRepository } from './repositories/pairs.ts';
import { projectRepository } from './repositories/projects.ts';
import { proposalRepository } from './repositories/proposals.ts';
import { rateRepository } from './repositories/rates.ts';
import { requirementRepository } from './repositories/requirements.ts';
import { routingRepository } from './repositories/routing.ts';
import { sampleRepository } from './repositories/sample.ts';
import { standardRepository } from './repositories/standards.ts';
import { trashRepository } from './repositories/trash.ts';
import { viewRepository } from './repositories/views.ts';
import { workspaceRepository } from './repositories/workspaces.ts';

/** Every noun's; for those who may touch all of them, which no function does. */
export const repositories: Factories = {
  clients: clientRepository,
  newClients: newClientRepository,
  codes: codeRepository,
  customFields: customFieldRepository,
  customValues: customValueRepository,
  duplicates: duplicateRepository,
  pairs: pairRepository,
  contacts: contactRepository,
  projects: projectRepository,
  billingProfiles: billingProfileRepository,
  brands: brandRepository,
  bulkEdits: bulkEditRepository,
  views: viewRepository,
  family: familyRepository,
  clientSettings: clientSettingsRepository,
  rates: rateRepository,
  routing: routingRepository,
  standards: standardRepository,
  requirements: requirementRepository,
  proposals: proposalRepository,
  sights: sightRepository,
  members: memberRepository,
  merges: mergeRepository,
  invitations: invitationRepository,
  lists: listRepository,
  workspaces: workspaceRepository,
  sample: sampleRepository,
  holdings: holdingRepository,
  activity: activityRepository,
  notes: noteRepository,
  followUps: followUpRepository,
  accountTeam: accountTeamRepository,
  trash: trashRepository,
};
