import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconCopy, IconDots, IconSearch, IconTrendingUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Rates } from '#contracts/schemas/rate.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { toast } from '#ui/toast.tsx';
import { useHere } from '../session/me.ts';

const CopyDrawer = onDemand(async () => (await import('./CopyDrawer.tsx')).CopyDrawer);
const RaiseDrawer = onDemand(async () => (await import('./RaiseDrawer.tsx')).RaiseDrawer);
const LookupDrawer = onDemand(async () => (await import('./LookupDrawer.tsx')).LookupDrawer);

interface ClientRateMenuProps {
  clientId: ClientId;
  rates: Rates;
  /** Nothing in the grid is unsaved: what is written beside it would be lost from sight. */
  isClean: boolean;
  onWritten: () => void;
}

/** What can be done with the rates of a client as a whole. */
export function ClientRateMenu({ clientId, rates, isClean, onWritten }: ClientRateMenuProps) {
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
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t`More about rates`} size={32}>
            <IconDots size={17} stroke={1.9} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {can('clients.manage_service_rates') ? (
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
          <Menu.Item leftSection={<IconSearch size={16} stroke={1.7} />} onClick={() => setOpen('lookup')}>
            <Trans>Which rate applies…</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'copy' ? <CopyDrawer clientId={clientId} onClose={close} onWritten={written} /> : null}
      {open === 'raise' ? (
        <RaiseDrawer clientId={clientId} currency={rates.currency} onClose={close} onWritten={written} />
      ) : null}
      {open === 'lookup' ? <LookupDrawer clientId={clientId} rates={rates} onClose={close} /> : null}
    </>
  );
}
