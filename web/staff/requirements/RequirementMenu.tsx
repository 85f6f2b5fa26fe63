import { Trans, useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import {
  IconBell,
  IconBellOff,
  IconCheck,
  IconClipboardCheck,
  IconLink,
  IconListDetails,
  IconPencil,
  IconProgress,
  IconShieldOff,
  IconTrash,
} from '@tabler/icons-react';
import { type RequirementStatus, requirementMoves } from '#contracts/compliance.ts';
import type { EvidenceId } from '#contracts/ids.ts';
import type { Requirement } from '#contracts/schemas/requirement.ts';
import { useHere } from '../session/me.ts';
import { canBeMet, isSnoozed } from './words.ts';

/** What can be opened for a requirement. */
export type Opened =
  | { kind: 'details' | 'edit' | 'snooze' | 'wake' | 'waive' | 'unwaive' | 'remove' }
  | { kind: 'evidence'; corrects?: EvidenceId }
  | { kind: 'status'; to?: RequirementStatus }
  | { kind: 'review'; evidenceId: EvidenceId };

interface RequirementMenuProps {
  requirement: Requirement;
  onOpen: (opened: Opened) => void;
}

const icon = { size: 16, stroke: 1.7 };

/** What may be done with a requirement: only what its state allows and the person may. */
export function RequirementMenu({ requirement, onOpen }: RequirementMenuProps) {
  const { t } = useLingui();
  const { can } = useHere();
  const { status, waiver, evidence, state, deadline } = requirement;
  const snoozed = isSnoozed(requirement);
  const manages = can('compliance.manage');
  const moves: readonly RequirementStatus[] = requirementMoves[status];
  const unseen =
    manages && status !== 'not_applicable' ? evidence.filter(({ review }) => review === 'pending') : [];
  return (
    <>
      <Menu.Item leftSection={<IconListDetails {...icon} />} onClick={() => onOpen({ kind: 'details' })}>
        <Trans>Details</Trans>
      </Menu.Item>
      {unseen.map(({ id, label }) => (
        <Menu.Item
          key={id}
          leftSection={<IconClipboardCheck {...icon} />}
          onClick={() => onOpen({ kind: 'review', evidenceId: id })}
        >
          {t`Review ${label}`}
        </Menu.Item>
      ))}
      {manages && moves.includes('compliant') ? (
        <Menu.Item
          leftSection={<IconCheck {...icon} />}
          disabled={!canBeMet(requirement)}
          onClick={() => onOpen({ kind: 'status', to: 'compliant' })}
        >
          {canBeMet(requirement) ? (
            <Trans>Mark met</Trans>
          ) : (
            <Trans>Mark met: takes accepted evidence that is valid</Trans>
          )}
        </Menu.Item>
      ) : null}
      {manages ? (
        <>
          <Menu.Item leftSection={<IconProgress {...icon} />} onClick={() => onOpen({ kind: 'status' })}>
            <Trans>Change status</Trans>
          </Menu.Item>
          {status === 'not_applicable' ? null : (
            <Menu.Item leftSection={<IconLink {...icon} />} onClick={() => onOpen({ kind: 'evidence' })}>
              <Trans>Add evidence</Trans>
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => onOpen({ kind: 'edit' })}>
            <Trans>Edit</Trans>
          </Menu.Item>
          {deadline ? (
            <Menu.Item leftSection={<IconBellOff {...icon} />} onClick={() => onOpen({ kind: 'snooze' })}>
              {snoozed ? <Trans>Change snooze</Trans> : <Trans>Snooze reminders</Trans>}
            </Menu.Item>
          ) : null}
          {snoozed ? (
            <Menu.Item leftSection={<IconBell {...icon} />} onClick={() => onOpen({ kind: 'wake' })}>
              <Trans>Wake reminders</Trans>
            </Menu.Item>
          ) : null}
        </>
      ) : null}
      {can('compliance.waive') ? (
        <Menu.Item leftSection={<IconShieldOff {...icon} />} onClick={() => onOpen({ kind: 'waive' })}>
          {state === 'waived' ? <Trans>Change waiver</Trans> : <Trans>Waive</Trans>}
        </Menu.Item>
      ) : null}
      {can('compliance.waive') && waiver && state === 'waived' ? (
        <Menu.Item leftSection={<IconShieldOff {...icon} />} onClick={() => onOpen({ kind: 'unwaive' })}>
          <Trans>End waiver</Trans>
        </Menu.Item>
      ) : null}
      {manages ? (
        <Menu.Item
          color="var(--fy-bad-text)"
          leftSection={<IconTrash {...icon} />}
          onClick={() => onOpen({ kind: 'remove' })}
        >
          <Trans>Remove</Trans>
        </Menu.Item>
      ) : null}
    </>
  );
}
