import { createRoute } from '@tanstack/react-router';
import { pageCatalogue } from '#contracts/pages.ts';
import { FirstSetting } from '../settings/FirstSetting.tsx';
import { app } from './frame.ts';

/** The settings share a menu beside them; which of them somebody may open is theirs to say. */
export const settings = createRoute({ getParentRoute: () => app, path: 'settings' }).lazy(() =>
  import('../settings/SettingsLayout.tsx').then((module) => module.route),
);

const first = createRoute({ getParentRoute: () => settings, path: '/', component: FirstSetting });

const plan = createRoute({
  getParentRoute: () => settings,
  path: 'plan',
  staticData: { needs: pageCatalogue.plan },
}).lazy(() => import('../plan/PlanPage.tsx').then((module) => module.route));

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const explain = createRoute({
  getParentRoute: () => settings,
  path: 'explain',
  validateSearch: (
    search: Record<string, unknown>,
  ): { who?: string | undefined; action?: string | undefined; client?: string | undefined } => ({
    who: text(search.who),
    action: text(search.action),
    client: text(search.client),
  }),
  staticData: { needs: pageCatalogue.explain },
}).lazy(() => import('../access/ExplainPage.tsx').then((module) => module.route));

const general = createRoute({
  getParentRoute: () => settings,
  path: 'general',
  staticData: { needs: pageCatalogue.general },
}).lazy(() => import('../settings/GeneralPage.tsx').then((module) => module.route));

const clientDefaults = createRoute({
  getParentRoute: () => settings,
  path: 'clients',
  staticData: { needs: pageCatalogue.clientDefaults },
}).lazy(() => import('../client-settings/ClientDefaultsPage.tsx').then((module) => module.route));

const rateCard = createRoute({
  getParentRoute: () => settings,
  path: 'rate-card',
  staticData: { needs: pageCatalogue.rateCard },
}).lazy(() => import('../rates/RateCardPage.tsx').then((module) => module.route));

const lists = createRoute({
  getParentRoute: () => settings,
  path: 'lists',
  staticData: { needs: pageCatalogue.lists },
}).lazy(() => import('../lists/ListsPage.tsx').then((module) => module.route));

const standards = createRoute({
  getParentRoute: () => settings,
  path: 'standards',
  staticData: { needs: pageCatalogue.standards },
}).lazy(() => import('../standards/StandardsPage.tsx').then((module) => module.route));

const fields = createRoute({
  getParentRoute: () => settings,
  path: 'fields',
  staticData: { needs: pageCatalogue.fields },
}).lazy(() => import('../custom-fields/FieldsPage.tsx').then((module) => module.route));

const team = createRoute({
  getParentRoute: () => settings,
  path: 'team',
  staticData: { needs: pageCatalogue.team },
}).lazy(() => import('../members/TeamPage.tsx').then((module) => module.route));

const inviteMember = createRoute({
  getParentRoute: () => team,
  path: 'invite',
  staticData: { needs: { feature: null, permission: 'members.invite' } },
}).lazy(() => import('../members/InviteMember.tsx').then((module) => module.route));

const roles = createRoute({
  getParentRoute: () => settings,
  path: 'roles',
  staticData: { needs: pageCatalogue.roles },
}).lazy(() => import('../roles/RolesPage.tsx').then((module) => module.route));

const newRole = createRoute({
  getParentRoute: () => roles,
  path: 'new',
  staticData: { needs: { feature: 'custom_roles', permission: 'roles.manage' } },
}).lazy(() => import('../roles/NewRole.tsx').then((module) => module.route));

export const settingsTree = settings.addChildren([
  first,
  general,
  clientDefaults,
  rateCard,
  lists,
  standards,
  fields,
  team.addChildren([inviteMember]),
  roles.addChildren([newRole]),
  plan,
  explain,
]);
