import { Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { GateName } from '#contracts/access.ts';
import type { ClientId } from '#contracts/ids.ts';
import type { Permission } from '#contracts/permissions.ts';
import { useFormats } from '#ui/formats.ts';
import { type Gate, Gates } from '#ui/Gates.tsx';
import { Person } from '#ui/Person.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import { mailTo, orOf } from './people.ts';
import { explanationOf } from './queries.ts';
import { useReasons } from './useReasons.ts';

/** The four that a reader is shown; the others only where they are the reason. */
const shown: readonly GateName[] = ['module', 'plan', 'role', 'scope'];
const states = { open: 'pass', shut: 'stop', not_needed: 'skip' } as const;

/**
 * Why the person in front of the page cannot open it: the gates as the server asks them, who can open the one
 * that is shut, and a mail to them. All empty where there is nothing to explain.
 */
export function useWhyNot(action: Permission | undefined, record: ClientId | undefined) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const { workspaceId, workspace, user } = useHere();
  const reasons = useReasons();
  const { data, isLoading } = useQuery({
    ...explanationOf(workspaceId, { action: action ?? 'clients.view', record }),
    enabled: action !== undefined,
    retry: false,
  });
  const none = { gates: null, who: null, ask: null, isRestorable: false };
  if (isLoading) return { ...none, gates: <Skeleton height={202} radius={10} /> };
  // Two answers may cross: what was shut a moment ago may stand open now.
  if (!data || data.allowed) return none;

  const fixers = data.fixers.filter(({ userId }) => userId !== user.id);
  const [first] = fixers;
  const gates = data.gates
    .filter(({ gate }) => shown.includes(gate) || gate === data.stop)
    .map(
      (gate): Gate => ({
        id: gate.gate,
        label: reasons.label(gate.gate),
        reason: reasons.text(data, gate),
        state: states[gate.verdict],
      }),
    );
  // Whoever may use the trash himself need not ask.
  const isRestorable = data.stop === 'status' && data.fixers.some(({ userId }) => userId === user.id);
  if (!first || isRestorable) return { ...none, gates: <Gates gates={gates} />, isRestorable };

  const names = orOf(
    fixers.map(({ name }) => name),
    locale,
  );
  const subject = t`Access in ${workspace.name}`;
  const body = t`Please let me in: ${window.location.href} (${data.action})`;
  const firstName = first.name.split(' ')[0] ?? first.name;
  return {
    ...none,
    gates: <Gates gates={gates} />,
    who: (
      <>
        <Person id={first.userId} name={first.name} size={24} />
        <span>
          <Trans>{names} can open this.</Trans>
        </span>
      </>
    ),
    ask: (
      <LinkButton
        href={mailTo(first, subject, body)}
        leftSection={<IconSend size={15} stroke={1.7} aria-hidden="true" />}
      >
        <Trans>Ask {firstName}</Trans>
      </LinkButton>
    ),
  };
}
