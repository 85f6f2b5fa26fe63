import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconSearch, IconTrendingUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { Rates } from '#contracts/schemas/rate.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { toast } from '#ui/toast.tsx';
import { useHere } from '../session/me.ts';
import type { RateHome } from './queries.ts';

const CopyDrawer = onDemand(async () => (await import('./CopyDrawer.tsx')).CopyDrawer);
const RaiseDrawer = onDemand(async () => (await import('./RaiseDrawer.tsx')).RaiseDrawer);
const LookupDrawer = onDemand(async () => (await import('./LookupDrawer.tsx')).LookupDrawer);

interface RateMenuProps {
  home: RateHome;
  rates: Rates;
  /** Nothing in the grid is unsaved: what is written beside it would be lost from sight. */
  isClean: boolean;
  onWritten: () => void;
}

/** What can be done with some rates as a whole: those of a client, of a brand or project of it, or of the card. */
export function RateMenu({ home, rates, isClean, onWritten }: RateMenuProps) {
  const { t } = useLingui();
  const { can } = useHere();
  const [open, setOpen] = useState<'copy' | 'raise' | 'lookup'>();
  const close = () => setOpen(undefined);
  const begin = (what: 'copy' | 'raise') => () =>
    isClean ? setOpen(what) : toast.fail(<Trans>Save or discard first what you typed into the grid.</Trans>);
  const written = () => {
    close();
    onWritten();
  };
  const mayChange = can('clients.manage_service_rates');
  // Which rate applies is a question of a client.
  const clientId = home === 'card' ? null : typeof home === 'string' ? home : home.clientId;
  if (!mayChange && !clientId) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t`More about rates`} size={32}>
            <IconDots size={17} stroke={1.9} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayChange ? (
            <>
              <Menu.Item leftSection={<IconCopy size={16} stroke={1.7} />} onClick={begin('copy')}>
                <Trans>Copy rates from…</Trans>
              </Menu.Item>
              {rates.data.length > 0 ? (
                <Menu.Item leftSection={<IconTrendingUp size={16} stroke={1.7} />} onClick={begin('raise')}>
                  <Trans>Raise by a percentage…</Trans>
                </Menu.Item>
              ) : null}
            </>
          ) : null}
          {clientId ? (
            <Menu.Item leftSection={<IconSearch size={16} stroke={1.7} />} onClick={() => setOpen('lookup')}>
              <Trans>Which rate applies…</Trans>
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {open === 'copy' ? (
        <CopyDrawer home={home} today={rates.today} onClose={close} onWritten={written} />
      ) : null}
      {open === 'raise' ? (
        <RaiseDrawer home={home} currency={rates.currency} onClose={close} onWritten={written} />
      ) : null}
      {open === 'lookup' && clientId ? (
        <LookupDrawer
          clientId={clientId}
          {...(typeof home === 'object' && { of: home })}
          rates={rates}
          onClose={close}
        />
      ) : null}
    </>
  );
}
