import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { GateName } from '#contracts/access.ts';
import { type ModuleState, moduleOf } from '#contracts/modules.ts';
import type { Explanation } from '#contracts/schemas/access.ts';
import { workspacePlan } from '../plan/queries.ts';
import { usePlanWords } from '../plan/words.ts';
import { useHere } from '../session/me.ts';
import { useRoleName } from '../session/roles.ts';

type Verdict = Explanation['gates'][number];

/** The gates of an explanation in the reader's language: what each asks, what it found, and what opens it. */
export function useReasons() {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const words = usePlanWords();
  const roleName = useRoleName();
  const plan = useQuery(workspacePlan(workspaceId)).data;
  const offers = plan && [plan.plan, ...plan.addOns].map(({ name }) => name).join(', ');

  const labels: Record<GateName, string> = {
    membership: t`Workspace`,
    module: t`Module`,
    plan: t`Plan`,
    role: t`Role`,
    scope: t`Client`,
    status: t`Status`,
  };
  const off: Record<ModuleState, (name: string) => string> = {
    not_installed: (name) => t`${name} is not installed`,
    installed: (name) => t`${name} is installed, but not on`,
    enabled: (name) => t`${name} is off`,
    disabled: (name) => t`${name} is off`,
    parked: (name) => t`${name} is put away`,
  };

  function moduleText({ feature }: Explanation, isOpen: boolean): string {
    if (!feature) return t`Belongs to every workspace`;
    const module = moduleOf[feature];
    const { name } = words.module(module);
    if (isOpen) return t`${name} is on`;
    const state = plan?.modules.find(({ key }) => key === module)?.state ?? 'disabled';
    return off[state](name);
  }

  function planText({ feature }: Explanation, { verdict }: Verdict): string {
    if (!feature) return t`Belongs to every plan`;
    if (verdict === 'not_needed') return t`Asked once the module is on`;
    const name = words.feature(feature);
    if (verdict === 'open') return offers ? t`Included in ${offers}` : t`Included in the plan`;
    return offers ? t`${name} is not part of ${offers}` : t`${name} is not part of the plan`;
  }

  function roleText({ subject, action }: Explanation, isOpen: boolean): string {
    if (!subject.role) return t`Holds no role here`;
    // The answer carries the name; a built-in role's own is its key, capitalised.
    const role = roleName(subject.role.toLowerCase(), subject.role);
    return isOpen ? t`${role} holds ${action}` : t`${role} lacks ${action}`;
  }

  function text(explanation: Explanation, gate: Verdict): string {
    const isOpen = gate.verdict === 'open';
    switch (gate.gate) {
      case 'membership':
        return isOpen ? t`An active member of this workspace` : t`Not an active member of this workspace`;
      case 'module':
        return moduleText(explanation, isOpen);
      case 'plan':
        return planText(explanation, gate);
      case 'role':
        return gate.verdict === 'not_needed' ? t`Any member may do this` : roleText(explanation, isOpen);
      case 'scope':
        if (gate.verdict === 'not_needed') return t`Not about a client`;
        return isOpen ? t`In sight` : t`Not owned, not linked by a project, or not there`;
      case 'status':
        if (gate.verdict === 'not_needed') return t`Asked of clients in sight`;
        return isOpen ? t`Not in the trash` : t`In the trash`;
    }
  }

  const remedies: Record<GateName, string> = {
    membership: t`Somebody who manages members can let this person in.`,
    module: t`Somebody who manages modules can switch it on.`,
    plan: t`Somebody who manages the plan can change it.`,
    role: t`Somebody who manages roles can add the key, or give another role.`,
    scope: t`Whoever sees every client can make this person its owner, or a member of one of its projects.`,
    status: t`Somebody who may use the trash can restore it.`,
  };

  return { label: (gate: GateName) => labels[gate], text, remedy: (gate: GateName) => remedies[gate] };
}
