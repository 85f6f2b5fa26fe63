import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import type { ApiError } from '#contracts/client.ts';
import type { WorkspacePatch, WorkspaceSettings } from '#contracts/schemas/workspace.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { meQuery, useHere } from '../session/me.ts';
import { workspaceSettings } from './queries.ts';

const fields = ['name', 'slug', 'timeZone', 'locale', 'currency'] as const satisfies (keyof WorkspacePatch)[];
export type SettingsField = (typeof fields)[number];

export interface SettingsValues extends Record<string, unknown>, Record<SettingsField, string> {}

export const valuesOf = ({ name, slug, timeZone, locale, currency }: WorkspaceSettings): SettingsValues => ({
  name,
  slug,
  timeZone,
  locale,
  currency,
});

const differing = (mine: SettingsValues, base: SettingsValues) =>
  fields.filter((field) => mine[field] !== base[field]);

const pick = (values: SettingsValues, chosen: readonly SettingsField[]): WorkspacePatch =>
  Object.fromEntries(chosen.map((field) => [field, values[field]]));

/**
 * The form of the workspace's settings. It sends what was changed and nothing else; when somebody else saved
 * meanwhile, it takes over what they changed, keeps what was entered here, and says so before it saves.
 */
export function useSettingsForm(settings: WorkspaceSettings, labels: Record<SettingsField, string>) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const base = useRef(settings);
  const query = workspaceSettings(workspaceId);

  const keep = (newest: WorkspaceSettings) => {
    base.current = newest;
    queryClient.setQueryData(query.queryKey, newest);
  };

  const form = useApiForm<SettingsValues>({
    initial: valuesOf(settings),
    place: (path) => ({ label: labels[path as SettingsField] ?? path }),
    check: ({ name, slug }) => ({
      name: name.trim() === '' ? t`Must not be blank` : null,
      slug: slug.trim() === '' ? t`Must not be blank` : null,
    }),
    onError: (error) => {
      if (error.status === 412) void rebase(error);
      return error.status === 412;
    },
    send: async (values) => {
      const changed = differing(values, valuesOf(base.current));
      if (changed.length === 0) return;
      const answer = await api.workspaceSettings.update({
        params: { workspaceId },
        body: pick(values, changed),
        ifMatch: base.current.version,
      });
      keep(bodyOf(answer));
      // The name stands in the rail and in every title.
      void queryClient.invalidateQueries(meQuery);
    },
  });

  const rebase = async (error: ApiError) => {
    const mine = form.form.getValues();
    const changed = differing(mine, valuesOf(base.current));
    try {
      keep(await queryClient.fetchQuery({ ...query, staleTime: 0 }));
    } catch (failure) {
      return form.explain(failure);
    }
    form.restart(valuesOf(base.current));
    form.form.setValues({ ...valuesOf(base.current), ...pick(mine, changed) });
    const who = error.problem?.changedBy;
    const told =
      typeof who === 'string'
        ? t`${who} changed the workspace in the meantime. What you entered is kept; look it over and save again.`
        : t`Somebody changed the workspace in the meantime. What you entered is kept; look it over and save again.`;
    form.fail({ '': told });
  };

  return {
    form,
    /** Fields that differ from what is saved. */
    changed: differing(form.form.values, valuesOf(base.current)),
    discard: () => form.restart(valuesOf(base.current)),
    /** What is saved is the new ground. */
    settle: () => form.restart(valuesOf(base.current)),
  };
}
