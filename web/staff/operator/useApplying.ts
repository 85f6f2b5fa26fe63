import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import type { OfferSpread } from '#contracts/schemas/operator.ts';
import type { OfferKind } from '#contracts/schemas/plan.ts';
import { errorText } from '../errors.ts';
import { api } from '../session/api.ts';
import { refreshOperated } from './queries.ts';

interface Progress {
  done: number;
  all: number;
  failed: { name: string; why: string }[];
}

/** Gives workspaces the newest version of an offer, one after the other; one that fails does not stop the rest. */
export function useApplying(kind: OfferKind, key: string) {
  const { i18n } = useLingui();
  const [progress, setProgress] = useState<Progress>();
  const [busy, setBusy] = useState(false);
  const stopping = useRef(false);

  const apply = async (rows: readonly OfferSpread[]) => {
    if (busy) return;
    stopping.current = false;
    setBusy(true);
    let state: Progress = { done: 0, all: rows.length, failed: [] };
    setProgress(state);
    for (const { workspace } of rows) {
      if (stopping.current) break;
      const { id: workspaceId, name, version } = workspace;
      try {
        await api.operator.apply({ params: { workspaceId, kind, key }, ifMatch: version });
      } catch (error) {
        state = { ...state, failed: [...state.failed, { name, why: errorText(i18n, error) }] };
      }
      state = { ...state, done: state.done + 1 };
      setProgress(state);
    }
    await refreshOperated();
    setBusy(false);
  };

  const stop = () => {
    stopping.current = true;
  };
  return { apply, progress, busy, stop };
}
