import type { Route, RouteGroup } from './route.ts';
import { access } from './routes/access.ts';
import { accountTeam } from './routes/account-team.ts';
import { activity } from './routes/activity.ts';
import { billingProfiles } from './routes/billing-profiles.ts';
import { brands } from './routes/brands.ts';
import { bulkEdits } from './routes/bulk-edits.ts';
import { clientSettings } from './routes/client-settings.ts';
import { clients } from './routes/clients.ts';
import { contacts } from './routes/contacts.ts';
import { customFields } from './routes/custom-fields.ts';
import { duplicates } from './routes/duplicates.ts';
import { family } from './routes/family.ts';
import { followUps } from './routes/follow-ups.ts';
import { invitations, joining, joiningAsMyself } from './routes/invitations.ts';
import { members } from './routes/members.ts';
import { merges } from './routes/merges.ts';
import { notes } from './routes/notes.ts';
import { operator } from './routes/operator.ts';
import { plans, workspacePlan } from './routes/plans.ts';
import { portal, portalFront } from './routes/portal.ts';
import { portalAuth } from './routes/portal-auth.ts';
import { projects } from './routes/projects.ts';
import { proposals } from './routes/proposals.ts';
import { rates } from './routes/rates.ts';
import { requirements } from './routes/requirements.ts';
import { roles } from './routes/roles.ts';
import { routing } from './routes/routing.ts';
import { sample } from './routes/sample.ts';
import { staffAuth } from './routes/staff-auth.ts';
import { staffMe } from './routes/staff-me.ts';
import { staffSignUp } from './routes/staff-sign-up.ts';
import { staffTotp } from './routes/staff-totp.ts';
import { standards } from './routes/standards.ts';
import { system } from './routes/system.ts';
import { views } from './routes/views.ts';
import { lists, workspaceSettings } from './routes/workspace.ts';

/** Every route there is, by noun and verb. */
export const routes = {
  system,
  staffAuth,
  staffSignUp,
  staffTotp,
  staffMe,
  clients,
  bulkEdits,
  views,
  contacts,
  projects,
  billingProfiles,
  brands,
  accountTeam,
  family,
  clientSettings,
  duplicates,
  merges,
  customFields,
  rates,
  routing,
  standards,
  requirements,
  proposals,
  activity,
  notes,
  followUps,
  members,
  roles,
  invitations,
  joining,
  joiningAsMyself,
  workspaceSettings,
  lists,
  plans,
  workspacePlan,
  access,
  sample,
  operator,
  portalAuth,
  portalFront,
  portal,
} as const satisfies Record<string, RouteGroup>;

/** Every route with the name `noun.verb`, which is also its OpenAPI operation id. */
export function allRoutes(): { name: string; route: Route }[] {
  return Object.entries(routes).flatMap(([noun, group]) =>
    Object.entries(group).map(([verb, route]) => ({ name: `${noun}.${verb}`, route })),
  );
}
