import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { pageCatalogue } from '#contracts/pages.ts';
import { openPalette, usePaletteKey } from '#ui/paletteStore.ts';
import { useShortcuts } from '#ui/shortcuts.tsx';
import { useHere } from '../session/me.ts';

/** Keys that work on every page; what the person may not do has no key. */
export function AppShortcuts({ onHelp }: { onHelp: () => void }) {
  const navigate = useNavigate();
  const { can, allows } = useHere();
  const mayCreate = can('clients.create');
  const mayRestore = can('clients.delete');
  const hasDay = allows(pageCatalogue.followUps);
  const keys = useMemo(
    () => ({
      '?': onHelp,
      '/': search,
      'g c': () => void navigate({ to: '/clients' }),
      ...(hasDay && { 'g d': () => void navigate({ to: '/follow-ups' }) }),
      ...(mayRestore && { 'g t': () => void navigate({ to: '/trash' }) }),
      ...(mayCreate && { c: () => void navigate({ to: '/clients/new' }) }),
    }),
    [navigate, onHelp, mayCreate, mayRestore, hasDay],
  );
  useShortcuts(keys);
  usePaletteKey();
  return null;
}

/** The page's own search field where there is one, the palette elsewhere. */
function search() {
  const field = document.querySelector<HTMLInputElement>('input[data-page-search]');
  if (field) field.focus();
  else openPalette();
}
