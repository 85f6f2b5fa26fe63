import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { RelTime } from '#ui/RelTime.tsx';
import { useHere } from '../session/me.ts';

interface Kept {
  at: string;
  values: Record<string, unknown>;
}

const keyOf = (name: string, workspaceId: string, userId: string) => `draft.${name}.${workspaceId}.${userId}`;

const storage = {
  read(key: string): Kept | null {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
      const isKept = typeof kept === 'object' && kept !== null && 'at' in kept && 'values' in kept;
      return isKept ? (kept as Kept) : null;
    } catch {
      return null;
    }
  },
  write(key: string, kept: Kept | null) {
    try {
      if (kept) sessionStorage.setItem(key, JSON.stringify(kept));
      else sessionStorage.removeItem(key);
    } catch {
      // Storage may be blocked or full; the form then lasts as long as the page.
    }
  },
};

/** Of what was kept, the fields that the form still has, of the kind it has them. */
function fitting<V extends Record<string, unknown>>(empty: V, values: Record<string, unknown>): V {
  const known = Object.entries(empty).filter(
    ([field, value]) =>
      typeof values[field] === typeof value && Array.isArray(values[field]) === Array.isArray(value),
  );
  return { ...empty, ...Object.fromEntries(known.map(([field]) => [field, values[field]])) };
}

/**
 * What a form begins with: what was typed before the page was reloaded, for this member of this workspace, in this
 * tab. It is forgotten once it is saved or discarded, and fields that are nobody else's business are never kept.
 */
export function useDraft<V extends Record<string, unknown>>(
  name: string,
  empty: V,
  secret: readonly (keyof V)[],
) {
  const { workspaceId, user } = useHere();
  const key = keyOf(name, workspaceId, user.id);
  const [begun] = useState(() => storage.read(key));
  const [keptAt, setKeptAt] = useState(begun?.at);
  const [initial] = useState(() => (begun ? fitting(empty, begun.values) : empty));
  const forget = () => {
    storage.write(key, null);
    setKeptAt(undefined);
  };
  return {
    initial,
    forget,
    keep: (values: V) => {
      const at = new Date().toISOString();
      const open = Object.entries(values).filter(([field]) => !secret.includes(field));
      storage.write(key, { at, values: Object.fromEntries(open) });
      setKeptAt(at);
    },
    note: keptAt ? (
      <Trans>
        Draft kept <RelTime at={keptAt} />
      </Trans>
    ) : undefined,
  };
}

interface Keeping<V> {
  values: V;
  isDirty: () => boolean;
  draft: { keep: (values: V) => void; forget: () => void };
}

/** Keeps a draft a moment after typing has paused; leaving the form by a way that asks discards it. */
export function useKeptDraft<V>({ values, isDirty, draft }: Keeping<V>): void {
  const latest = useRef({ isDirty, draft });
  latest.current = { isDirty, draft };
  useEffect(() => {
    if (!latest.current.isDirty()) return;
    const timer = setTimeout(() => {
      // It may have been saved meanwhile.
      if (latest.current.isDirty()) latest.current.draft.keep(values);
    }, 800);
    return () => clearTimeout(timer);
  }, [values]);
  useEffect(
    () => () => {
      if (latest.current.isDirty()) latest.current.draft.forget();
    },
    [],
  );
}
