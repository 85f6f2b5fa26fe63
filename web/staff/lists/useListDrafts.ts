import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { ApiError } from '#contracts/client.ts';
import type { List, ListName } from '#contracts/schemas/list.ts';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import {
  allDrafts,
  type Draft,
  type Drafts,
  draftsOf,
  faultsOf,
  isSame,
  rebased,
  toEntries,
} from './drafts.ts';
import { workspaceLists } from './queries.ts';

/** All lists as they are being edited, and the way to save those that were changed, each of them whole. */
export function useListDrafts(lists: readonly List[]) {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const base = useRef(lists);
  const [drafts, setDrafts] = useState<Drafts>(() => allDrafts(lists));
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  /** Faults are told once somebody has tried to save, and from then on as they come and go. */
  const [tried, setTried] = useState(false);
  const query = workspaceLists(workspaceId);

  const changed = base.current.filter((list) => !isSame(drafts[list.name], list));
  const set = (name: ListName, next: Draft[]) => setDrafts((old) => ({ ...old, [name]: next }));

  const keep = (list: List) => {
    base.current = base.current.map((one) => (one.name === list.name ? list : one));
    queryClient.setQueryData(query.queryKey, [...base.current]);
  };

  const saveOne = async ({ name, version }: List) => {
    const body = { entries: toEntries(drafts[name]) };
    const saved = bodyOf(
      await api.lists.update({ params: { workspaceId, list: name }, body, ifMatch: version }),
    );
    keep(saved);
    set(name, draftsOf(saved));
  };

  const takeNewest = async () => {
    const newest = await queryClient.fetchQuery({ ...query, staleTime: 0 });
    const stale = newest.filter((list) =>
      base.current.some(({ name, version }) => name === list.name && version !== list.version),
    );
    setDrafts((old) => ({
      ...old,
      ...Object.fromEntries(stale.map((list) => [list.name, rebased(old[list.name], list)])),
    }));
    base.current = newest;
    setProblem(
      t`Somebody changed a list in the meantime. Nothing of yours is lost; look it over and save again.`,
    );
  };

  /** True when everything is saved. */
  const save = async (): Promise<boolean> => {
    setTried(true);
    if (saving || changed.some(({ name }) => faultsOf(drafts[name]).size > 0)) return false;
    setSaving(true);
    setProblem(undefined);
    try {
      for (const list of changed) await saveOne(list);
      setTried(false);
      return true;
    } catch (error) {
      const isStale = error instanceof ApiError && error.status === 412;
      if (!isStale) setProblem(errorText(i18n, error));
      else await takeNewest().catch((failure) => setProblem(errorText(i18n, failure)));
      return false;
    } finally {
      setSaving(false);
    }
  };

  return {
    drafts,
    set,
    changed: changed.map(({ name }) => name),
    saving,
    problem,
    tried,
    save,
    discard() {
      setDrafts(allDrafts(base.current));
      setProblem(undefined);
      setTried(false);
    },
  };
}
