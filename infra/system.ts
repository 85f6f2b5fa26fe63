import type { Capability } from '#contracts/capabilities.ts';
import { recordKinds } from '#contracts/events.ts';
import type { Audience, Route, RouteGroup } from '#contracts/route.ts';
import { routes } from '#contracts/routes.ts';
import {
  audienceEnvironment,
  type EnvironmentKey,
  type Grant,
  grants,
  type QueueResource,
} from './grants.ts';

/** A function behind the gateway: the routes of one noun for one audience. */
export interface ApiFunction {
  /** The file whose `handler` answers; its bundle bears the name of the function. */
  entry: string;
  routes: RouteGroup;
  memoryMb: number;
  timeoutSeconds: number;
}

/** A function behind the table's stream. */
export interface StreamConsumer {
  entry: string;
  needs: readonly Capability[];
  /** Entities (`__edb_e__`) whose changes it is given; anything else never wakes it. */
  entities: readonly string[];
  memoryMb: number;
  timeoutSeconds: number;
  batchSize: number;
  /** Tries after the first before a record goes to the dead letters. */
  retries: number;
  maxAgeHours: number;
  bisect: boolean;
}

/** A function behind a queue. */
export interface QueueWorker {
  entry: string;
  /** The queue it is the worker of; it is given nothing else, and the queue nobody else. */
  queue: QueueResource;
  needs: readonly Capability[];
  memoryMb: number;
  timeoutSeconds: number;
  /** Messages it is given at once, ten at most. */
  batchSize: number;
  /** Times a message is given out before it goes to the dead letters. */
  receives: number;
}

/** When a schedule runs, in UTC. */
export type When = { dailyAt: `${number}:${number}` } | { everyMinutes: number };

/** A function that time wakes. */
export interface Schedule {
  entry: string;
  needs: readonly Capability[];
  when: When;
  memoryMb: number;
  timeoutSeconds: number;
  /** Tries after the first; two is Lambda's ceiling for what nobody waits for. */
  retries: 0 | 1 | 2;
}

const api = (entry: string, routes: RouteGroup): ApiFunction => ({
  entry,
  routes,
  memoryMb: 1024,
  timeoutSeconds: 15,
});

/** The functions behind the gateway. `public` also answers every path that no route matches. */
export const functions = {
  public: api('functions/public/system.ts', routes.system),
  'auth-staff': api('functions/auth/staff.ts', routes.staffAuth),
  'auth-sign-up': api('functions/auth/sign-up.ts', routes.staffSignUp),
  'staff-totp': api('functions/staff/totp.ts', routes.staffTotp),
  'staff-me': api('functions/staff/me.ts', routes.staffMe),
  'staff-clients': api('functions/staff/clients.ts', routes.clients),
  'staff-bulk-edits': api('functions/staff/bulk-edits.ts', routes.bulkEdits),
  'staff-views': api('functions/staff/views.ts', routes.views),
  'staff-contacts': api('functions/staff/contacts.ts', routes.contacts),
  'staff-projects': api('functions/staff/projects.ts', routes.projects),
  'staff-billing-profiles': api('functions/staff/billing-profiles.ts', routes.billingProfiles),
  'staff-brands': api('functions/staff/brands.ts', routes.brands),
  'staff-account-team': api('functions/staff/account-team.ts', routes.accountTeam),
  'staff-family': api('functions/staff/family.ts', routes.family),
  'staff-client-settings': api('functions/staff/client-settings.ts', routes.clientSettings),
  'staff-duplicates': api('functions/staff/duplicates.ts', routes.duplicates),
  'staff-merges': api('functions/staff/merges.ts', routes.merges),
  'staff-custom-fields': api('functions/staff/custom-fields.ts', routes.customFields),
  'staff-routing': api('functions/staff/routing.ts', routes.routing),
  'staff-rates': api('functions/staff/rates.ts', routes.rates),
  'staff-standards': api('functions/staff/standards.ts', routes.standards),
  'staff-requirements': api('functions/staff/requirements.ts', routes.requirements),
  'staff-proposals': api('functions/staff/proposals.ts', routes.proposals),
  'staff-activity': api('functions/staff/activity.ts', routes.activity),
  'staff-notes': api('functions/staff/notes.ts', routes.notes),
  'staff-follow-ups': api('functions/staff/follow-ups.ts', routes.followUps),
  'staff-members': api('functions/staff/members.ts', routes.members),
  'staff-invitations': api('functions/staff/invitations.ts', routes.invitations),
  'staff-roles': api('functions/staff/roles.ts', routes.roles),
  'staff-workspace': api('functions/staff/workspace.ts', routes.workspaceSettings),
  'staff-lists': api('functions/staff/lists.ts', routes.lists),
  'staff-plan': api('functions/staff/plan.ts', routes.workspacePlan),
  'staff-access': api('functions/staff/access.ts', routes.access),
  'staff-sample': api('functions/staff/sample.ts', routes.sample),
  'staff-joining': api('functions/staff/joining.ts', routes.joiningAsMyself),
  'auth-joining': api('functions/auth/joining.ts', routes.joining),
  'public-plans': api('functions/public/plans.ts', routes.plans),
  operator: api('functions/operator/operator.ts', routes.operator),
  'auth-portal': api('functions/auth/portal.ts', routes.portalAuth),
  'portal-front': api('functions/portal/front.ts', routes.portalFront),
  portal: api('functions/portal/portal.ts', routes.portal),
} as const satisfies Record<string, ApiFunction>;

/** The function that answers where no route matches. */
export const defaultFunction = 'public' satisfies keyof typeof functions;

/** The consumers of the table's stream; two per shard is the ceiling. */
export const consumers = {
  'stream-timeline': {
    entry: 'functions/streams/timeline.ts',
    needs: ['table.write'],
    entities: recordKinds,
    memoryMb: 512,
    timeoutSeconds: 60,
    batchSize: 100,
    retries: 5,
    maxAgeHours: 23,
    bisect: true,
  },
  'stream-pairs': {
    entry: 'functions/streams/pairs.ts',
    needs: ['table.read', 'table.write'],
    entities: ['client', 'clientTrait', 'contactEmail', 'duplicatePair', 'duplicateMate'],
    memoryMb: 512,
    timeoutSeconds: 60,
    batchSize: 100,
    retries: 10,
    maxAgeHours: 23,
    bisect: true,
  },
} as const satisfies Record<string, StreamConsumer>;

/** The workers, each with a queue of its own, its dead letters beside it. */
export const workers = {
  'queue-jobs': {
    entry: 'functions/jobs/jobs.ts',
    queue: 'jobsQueue',
    needs: ['table.read', 'table.write', 'directory.write', 'directory.close', 'jobs.send'],
    memoryMb: 512,
    timeoutSeconds: 300,
    batchSize: 1,
    receives: 5,
  },
  'queue-mail': {
    entry: 'functions/jobs/mail.ts',
    queue: 'mailQueue',
    needs: ['mail.send'],
    memoryMb: 256,
    timeoutSeconds: 30,
    batchSize: 10,
    receives: 8,
  },
} as const satisfies Record<string, QueueWorker>;

/** How long a message is hidden while somebody works on it: six times as long as that may take, as AWS advises. */
export const visibilitySeconds = ({ timeoutSeconds }: Pick<QueueWorker, 'timeoutSeconds'>): number =>
  6 * timeoutSeconds;

/** What happens by the clock. */
export const schedules = {
  'schedule-purge': {
    entry: 'functions/jobs/purge.ts',
    needs: ['table.read', 'table.write', 'directory.read', 'jobs.send'],
    when: { dailyAt: '02:30' },
    memoryMb: 512,
    timeoutSeconds: 900,
    retries: 2,
  },
  // Every hour, since a day begins at another hour in each time zone.
  'schedule-role-changes': {
    entry: 'functions/jobs/role-changes.ts',
    needs: ['table.read', 'table.write', 'directory.read'],
    when: { everyMinutes: 60 },
    memoryMb: 512,
    timeoutSeconds: 900,
    retries: 2,
  },
  // Every hour too: each workspace is reminded in its own morning.
  'schedule-reminders': {
    entry: 'functions/jobs/reminders.ts',
    needs: ['table.read', 'table.write', 'directory.read', 'mail.post'],
    when: { everyMinutes: 60 },
    memoryMb: 512,
    timeoutSeconds: 900,
    retries: 2,
  },
} as const satisfies Record<string, Schedule>;

/** The functions that nobody waits for, with their needs as declared. */
const background: Record<string, { needs: readonly Capability[] }> = {
  ...consumers,
  ...workers,
  ...schedules,
};

/** Every function, whatever wakes it. */
export const everyFunction = { ...functions, ...consumers, ...workers, ...schedules };

/** Every function's entry by name: what gets bundled. */
export function entries(): Record<string, string> {
  return Object.fromEntries(Object.entries(everyFunction).map(([name, { entry }]) => [name, entry]));
}

/** The routes of a function as a list. */
export const routesOf = (name: keyof typeof functions): Route[] => Object.values(functions[name].routes);

/** What a function may do: the union of the needs of its routes, or those it declares itself. */
export function needsOf(name: string): Capability[] {
  const needs = new Set<Capability>(background[name]?.needs);
  if (isApi(name)) for (const { needs: own } of routesOf(name)) for (const need of own) needs.add(need);
  return [...needs].sort();
}

/** The grants of a function, for IAM on AWS and for the local IAM alike. */
export const grantsOf = (name: string): Grant[] => needsOf(name).map((need): Grant => grants[need]);

/** The names of the variables a function is given. */
export function environmentOf(name: string): EnvironmentKey[] {
  const keys = new Set<EnvironmentKey>(grantsOf(name).flatMap((grant) => [...grant.environment]));
  if (isApi(name)) {
    keys.add('FOYER_ORIGIN_SECRETS');
    const audiences = new Set<Audience>(routesOf(name).map((route) => route.audience));
    for (const audience of audiences) for (const key of audienceEnvironment[audience]) keys.add(key);
  }
  return [...keys].sort();
}

/** Names come from the outside as strings; these say which table they are in. */
export const isApi = (name: string): name is keyof typeof functions => Object.hasOwn(functions, name);
export const isConsumer = (name: string): name is keyof typeof consumers => Object.hasOwn(consumers, name);
export const isWorker = (name: string): name is keyof typeof workers => Object.hasOwn(workers, name);
