import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { Permission } from '#contracts/permissions.ts';
import type { RoleDiff } from './edits.ts';
import classes from './roles.module.css';
import { type RoleChoice, usePermissionWord } from './useRoles.ts';

interface ReviewChangesProps {
  diffs: RoleDiff<RoleChoice>[];
  saving: boolean;
  onClose: () => void;
  onSave: () => void;
}

/** Everything that saving would do, role by role, before it is done. */
export function ReviewChanges({ diffs, saving, onClose, onSave }: ReviewChangesProps) {
  const { t } = useLingui();
  const people = diffs.reduce((sum, { role }) => sum + role.members, 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Save these changes?`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size={520}
    >
      {diffs.map(({ role, gains, loses }) => (
        <section key={role.key} className={classes.diff} aria-label={role.label}>
          <h3>
            {role.label}
            <span>
              <Plural value={role.members} one="# person" other="# people" />
            </span>
          </h3>
          <ul>
            {gains.map((key) => (
              <Line key={key} permission={key} gained />
            ))}
            {loses.map((key) => (
              <Line key={key} permission={key} gained={false} />
            ))}
          </ul>
        </section>
      ))}
      <p className={classes.text}>
        <Plural
          value={people}
          one="It counts with the next click of # person."
          other="It counts with the next click of # people."
        />
      </p>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose} disabled={saving}>
          <Trans>Back</Trans>
        </Button>
        <Button onClick={onSave} loading={saving}>
          <Trans>Save changes</Trans>
        </Button>
      </Group>
    </Modal>
  );
}

function Line({ permission, gained }: { permission: Permission; gained: boolean }) {
  const word = usePermissionWord()(permission);
  const Icon = gained ? IconPlus : IconMinus;
  return (
    <li data-gained={gained}>
      <Icon size={14} stroke={2.2} aria-hidden="true" />
      <span>
        {gained ? <Trans>gains “{word}”</Trans> : <Trans>loses “{word}”</Trans>}{' '}
        <span className={classes.key}>{permission}</span>
      </span>
    </li>
  );
}
