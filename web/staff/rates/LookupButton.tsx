import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Rates } from '#contracts/schemas/rate.ts';
import { onDemand } from '#ui/onDemand.tsx';
import type { LevelHome } from './queries.ts';

const LookupDrawer = onDemand(async () => (await import('./LookupDrawer.tsx')).LookupDrawer);

/** Looks up a rate as it holds for a brand or a project. */
export function LookupButton({ home, rates }: { home: LevelHome; rates: Rates }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconSearch size={15} stroke={1.7} />}
        onClick={() => setOpen(true)}
      >
        <Trans>Which rate applies…</Trans>
      </Button>
      {isOpen ? (
        <LookupDrawer clientId={home.clientId} of={home} rates={rates} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
