import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import { type SettingKey, settingKeys } from '#contracts/client-settings.ts';
import type { ShownSettings, Source } from '#contracts/schemas/client-settings.ts';
import { errorText } from '../errors.ts';
import type { SettingValue } from './words.ts';

/** Settings as they were read; the workspace's have no currency among them. */
export type Shown = Omit<ShownSettings, 'currency'> & Partial<Pick<ShownSettings, 'currency'>>;
/** What is to be settled; null goes back to what is inherited. */
export type Drafts = Partial<Record<SettingKey, SettingValue | null>>;

interface DraftOptions {
  shown: Shown;
  /** The source that says: it was settled right here. */
  own: Source['from'];
  send: (drafts: Drafts) => Promise<void>;
  /** Reads again what somebody else changed meanwhile. */
  reload: () => Promise<unknown>;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The settings as they are being edited: only what differs from what was read is kept here, and sent. */
export function useDrafts({ shown, own, send, reload }: DraftOptions) {
  const { i18n, t } = useLingui();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [faults, setFaults] = useState<Partial<Record<SettingKey, string>>>({});
  const [told, setTold] = useState<string>();
  const [saving, setSaving] = useState(false);
  // A field that is typed in begins anew when its text was taken back.
  const [round, setRound] = useState(0);

  const put = (key: SettingKey, draft: SettingValue | null | undefined) => {
    setFaults(({ [key]: _, ...others }) => others);
    setDrafts(({ [key]: _, ...others }) => (draft === undefined ? others : { ...others, [key]: draft }));
  };
  const clear = () => {
    setDrafts({});
    setFaults({});
    setTold(undefined);
    setRound((n) => n + 1);
  };
  const wrong = settingKeys.filter((key) => faults[key]);

  const save = async (): Promise<boolean> => {
    if (saving) return false;
    if (wrong[0]) {
      document.getElementById(fieldId(wrong[0]))?.focus();
      return false;
    }
    setSaving(true);
    try {
      await send(drafts);
      clear();
      return true;
    } catch (error) {
      const isStale = error instanceof ApiError && error.status === 412;
      if (isStale) await reload();
      const who = isStale ? error.problem?.changedBy : undefined;
      setTold(
        typeof who === 'string'
          ? t`${who} changed these settings in the meantime. What you chose is kept; look it over and save again.`
          : errorText(i18n, error),
      );
      return false;
    } finally {
      setSaving(false);
    }
  };

  return {
    own,
    round,
    saving,
    told,
    faults,
    save,
    discard: clear,
    /** Settings that differ from what is saved, those with a fault among them. */
    changed: settingKeys.filter((key) => key in drafts || faults[key]),
    isChanged: (key: SettingKey) => key in drafts || faults[key] !== undefined,
    /** A setting as it would hold; undefined for one that is not settled here. */
    now: (key: SettingKey): { value: SettingValue; source: Source } | undefined => {
      const read = shown[key];
      const draft = drafts[key];
      if (!read || draft === undefined) return read;
      return draft === null
        ? read.inherited
        : { value: draft, source: { from: own, clientId: null, name: null } };
    },
    set: (key: SettingKey, value: SettingValue) =>
      put(key, same(value, shown[key]?.value) ? undefined : value),
    reset: (key: SettingKey) => {
      put(key, shown[key]?.source.from === own ? null : undefined);
      setRound((n) => n + 1);
    },
    fault: (key: SettingKey, text: string) => setFaults((all) => ({ ...all, [key]: text })),
  };
}

export type Editing = ReturnType<typeof useDrafts>;
export const fieldId = (key: SettingKey) => `setting-${key}`;
