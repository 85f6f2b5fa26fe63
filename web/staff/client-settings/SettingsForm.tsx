import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { type SettingGroup, settingCatalogue, settingsOf } from '#contracts/client-settings.ts';
import { Card } from '#ui/Card.tsx';
import { SaveBar } from '#ui/SaveBar.tsx';
import { Strip } from '#ui/Strip.tsx';
import { toast } from '#ui/toast.tsx';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { useHere } from '../session/me.ts';
import classes from './client-settings.module.css';
import { SettingRow } from './SettingRow.tsx';
import type { Editing } from './useDrafts.ts';
import { useSettingWords } from './words.ts';

const groups: readonly SettingGroup[] = ['notifications', 'reporting', 'invoicing'];

interface SettingsFormProps {
  editing: Editing;
  mayEdit: boolean;
  /** Stands below the settings of invoicing. */
  invoicingNote?: ReactNode;
}

/** All settings by group; the bar to save them stands while something is not saved. */
export function SettingsForm({ editing, mayEdit, invoicingNote }: SettingsFormProps) {
  const { t } = useLingui();
  const words = useSettingWords();
  const { has } = useHere();
  const { told, changed } = editing;
  const guard = useLeaveGuard(() => changed.length > 0);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told) top.current?.focus();
  }, [told]);
  const save = async () => {
    if (await editing.save()) toast.ok(<Trans>The settings were saved</Trans>);
  };
  return (
    <div className={classes.frame} data-print="flow">
      <div className={classes.cards} data-print="flow">
        {told ? (
          <div ref={top} role="alert" tabIndex={-1}>
            <Strip tone="bad">{told}</Strip>
          </div>
        ) : null}
        {groups.map((group) => (
          <Card key={group} title={words.groups[group].title} flush>
            <p className={classes.hint}>{words.groups[group].hint}</p>
            {settingsOf(group)
              .filter((key) => {
                const declared = settingCatalogue[key];
                return !('feature' in declared) || has(declared.feature);
              })
              .map((key) => (
                <SettingRow key={key} settingKey={key} editing={editing} mayEdit={mayEdit} />
              ))}
            {group === 'invoicing' ? invoicingNote : null}
          </Card>
        ))}
      </div>
      {changed.length > 0 ? (
        <SaveBar
          saveLabel={t`Save changes`}
          saving={editing.saving}
          onSave={() => void save()}
          onDiscard={editing.discard}
        >
          <b>
            <Plural value={changed.length} one="# change" other="# changes" />
          </b>{' '}
          {changed.map(words.label).join(', ')}
        </SaveBar>
      ) : null}
      {guard}
    </div>
  );
}

/** Stands where the settings will be. */
export function SettingsSkeleton() {
  const { t } = useLingui();
  return (
    <div className={classes.cards} role="status" aria-busy="true" aria-label={t`Loading`}>
      {groups.map((group) => (
        <div key={group} data-skeleton>
          <Skeleton height={220} radius={10} />
        </div>
      ))}
    </div>
  );
}
