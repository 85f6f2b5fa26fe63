import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useId } from 'react';
import type { SettingKey } from '#contracts/client-settings.ts';
import type { Source } from '#contracts/schemas/client-settings.ts';
import { Link } from '#ui/Link.tsx';
import classes from './client-settings.module.css';
import { SettingField } from './SettingField.tsx';
import type { Editing } from './useDrafts.ts';
import { useSettingWords } from './words.ts';

interface SettingRowProps {
  settingKey: SettingKey;
  editing: Editing;
  mayEdit: boolean;
}

/** One setting: what it is called, its value, who said so, and the way back to what is inherited. */
export function SettingRow({ settingKey, editing, mayEdit }: SettingRowProps) {
  const { t } = useLingui();
  const words = useSettingWords();
  const labelId = useId();
  const held = editing.now(settingKey);
  if (!held) return null;
  const [label, effect] = [words.label(settingKey), words.effect(settingKey)];
  const isOwn = held.source.from === editing.own;
  return (
    <div className={classes.setting} data-changed={editing.isChanged(settingKey) || undefined}>
      <span>
        <span id={labelId} className={classes.label}>
          {label}
        </span>
        {effect ? <span className={classes.effect}>{effect}</span> : null}
      </span>
      <div className={classes.value}>
        {mayEdit ? (
          <SettingField settingKey={settingKey} editing={editing} value={held.value} labelId={labelId} />
        ) : (
          words.value(settingKey, held.value)
        )}
      </div>
      <div className={classes.source} data-own={isOwn || undefined}>
        <SourceText source={held.source} isOwn={isOwn} />
        {mayEdit && (isOwn || editing.faults[settingKey]) ? (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t`Reset ${label}`}
            onClick={() => editing.reset(settingKey)}
          >
            <Trans>Reset</Trans>
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Who said so. A parent company that the reader does not see has no name here. */
function SourceText({ source: { from, clientId, name }, isOwn }: { source: Source; isOwn: boolean }) {
  if (isOwn) return <Trans>Set here</Trans>;
  switch (from) {
    case 'client':
      return <Trans>Set here</Trans>;
    case 'parent':
      return clientId ? (
        <span>
          <Trans>
            From{' '}
            <Link className="fy-link" href={`/clients/${clientId}/settings`}>
              {name}
            </Link>
          </Trans>
        </span>
      ) : (
        <Trans>From a parent company</Trans>
      );
    case 'workspace':
      return <Trans>Workspace default</Trans>;
    case 'product':
      return <Trans>Standard</Trans>;
  }
}
