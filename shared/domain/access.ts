import { firstShut, type Gate, type GateName, gatesOf, pass } from '#contracts/access.ts';
import type { StaffActor } from '#contracts/actor.ts';
import { liveFeatures } from '#contracts/entitlements.ts';
import { notFound } from '#contracts/errors.ts';
import type { Feature } from '#contracts/features.ts';
import type { ClientId, UserId } from '#contracts/ids.ts';
import type { Permission } from '#contracts/permissions.ts';
import { permissionsOf, roleName } from '#contracts/roles.ts';
import type { Route } from '#contracts/route.ts';
import type { Explanation } from '#contracts/schemas/access.ts';
import type { Client } from '#contracts/schemas/client.ts';
import type { Member } from '#contracts/schemas/member.ts';
import type { ClientReader } from './clients.ts';
import type { Deps } from './deps.ts';
import type { MemberReader } from './members.ts';
import { type Seeing, sees } from './view-scope.ts';

type Explaining = Deps<{ clients: ClientReader; members: MemberReader }> & { routes: readonly Route[] };

interface Question {
  action: Permission;
  subject?: UserId | undefined;
  record?: ClientId | undefined;
}

/** How many of those who can help are named. */
const NAMED = 5;

/**
 * Why somebody can or cannot do something: the gates that the API asks, in its order. About others only with
 * access.explain; about oneself the answer tells nothing that the refusal did not.
 * @throws {Refusal} `forbidden` about others, `not_found` for a record that the asker does not see himself
 */
export async function explain(deps: Explaining, question: Question): Promise<Explanation> {
  const { actor, data, routes } = deps;
  const { action, record } = question;
  const subjectId = question.subject ?? actor.userId;
  const others = subjectId !== actor.userId;
  if (others) pass(gatesOf(actor, { feature: null, permission: 'access.explain' }));

  const [members, client] = await Promise.all([
    data.members.all(),
    record ? data.clients.get(record) : Promise.resolve(null),
  ]);
  if (others && record && !(client && sees(actor, client)))
    throw notFound('the asker does not see it himself');

  const member = members.find(({ userId }) => userId === subjectId);
  const feature = featureOf(routes, action);
  const gates = gatesFor(actor, member, feature, action, record ? { client } : null);
  const shut = firstShut(gates);
  const remedy = shut ? remedies[shut.gate] : null;
  return {
    subject: {
      userId: subjectId,
      name: member?.name ?? null,
      role: member ? roleName(member.role, actor.roles) : null,
    },
    action,
    feature,
    record: record ?? null,
    allowed: !shut,
    gates: gates.map(({ gate, verdict, detail }) => ({ gate, verdict, detail })),
    stop: shut?.gate ?? null,
    remedy: remedy?.sentence ?? null,
    fixers: remedy ? fixersOf(members, actor, remedy.needs) : [],
  };
}

/** The gates in order; those behind a shut one are shown as they stand. */
function gatesFor(
  actor: StaffActor,
  member: Member | undefined,
  feature: Feature | null,
  permission: Permission,
  asked: { client: Client | null } | null,
): Gate[] {
  const permissions = permissionsOf(member?.role ?? '', actor.roles);
  const { entitlements } = actor;
  const features = new Set(liveFeatures(entitlements));
  const seeing: Seeing | null = member ? { userId: member.userId, permissions, features } : null;
  return [
    membershipGate(member),
    ...gatesOf({ permissions, entitlements }, { feature, permission }),
    ...recordGates(seeing, asked),
  ];
}

function membershipGate(member: Member | undefined): Gate {
  if (!member) return { gate: 'membership', verdict: 'shut', detail: 'Is not a member of this workspace.' };
  return member.status === 'active'
    ? { gate: 'membership', verdict: 'open', detail: 'Is a member of this workspace.' }
    : { gate: 'membership', verdict: 'shut', detail: 'The membership is disabled.' };
}

function recordGates(seeing: Seeing | null, asked: { client: Client | null } | null): Gate[] {
  if (!asked) {
    const detail = 'No record was named.';
    return [
      { gate: 'scope', verdict: 'not_needed', detail },
      { gate: 'status', verdict: 'not_needed', detail },
    ];
  }
  const { client } = asked;
  if (!client || !seeing || !sees(seeing, client)) {
    // The same sentence whether it is hidden or not there at all.
    const detail = 'The client is not among those owned or linked to through a project, or there is none.';
    return [
      { gate: 'scope', verdict: 'shut', detail },
      { gate: 'status', verdict: 'not_needed', detail: 'Asked of what is in sight.' },
    ];
  }
  const all = seeing.permissions.has('clients.view_all');
  const detail = all ? 'The role sees every client.' : 'The client is owned or linked to through a project.';
  return [
    { gate: 'scope', verdict: 'open', detail },
    client.deletedAt
      ? { gate: 'status', verdict: 'shut', detail: 'The client is in the trash.' }
      : { gate: 'status', verdict: 'open', detail: 'The client is not in the trash.' },
  ];
}

/** What opens a gate, and the keys that whoever opens it holds. */
const remedies: Record<GateName, { sentence: string; needs: readonly Permission[] }> = {
  membership: { sentence: 'Somebody who manages members can let this person in.', needs: ['members.manage'] },
  module: { sentence: 'Somebody who manages modules can switch it on.', needs: ['modules.manage'] },
  plan: { sentence: 'Somebody who manages the plan can change it.', needs: ['plan.manage'] },
  role: {
    sentence: 'Somebody who manages roles can add the key, or give another role.',
    needs: ['roles.manage'],
  },
  scope: {
    sentence:
      'Somebody who sees every client can make this person its owner or a member of one of its projects.',
    needs: ['clients.view_all', 'clients.update'],
  },
  status: { sentence: 'Somebody who may use the trash can restore it.', needs: ['clients.delete'] },
};

function fixersOf(members: readonly Member[], actor: StaffActor, needs: readonly Permission[]) {
  return members
    .filter(({ status }) => status === 'active')
    .filter(({ role }) => {
      const held = permissionsOf(role, actor.roles);
      return needs.every((key) => held.has(key));
    })
    .slice(0, NAMED)
    .map(({ userId, name, email }) => ({ userId, name, email }));
}

/** The feature behind a key, as the routes that ask for the key declare it. */
export const featureOf = (routes: readonly Route[], permission: Permission): Feature | null =>
  routes.find((route) => route.permission === permission)?.feature ?? null;
