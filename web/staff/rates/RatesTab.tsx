import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { IconClipboardText, IconDownload, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Rates } from '#contracts/schemas/rate.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { traceIdOf } from '#ui/ErrorBoundary.tsx';
import { Keys } from '#ui/Keys.tsx';
import { Gutter } from '#ui/Page.tsx';
import { clientDetail } from '../clients/queries.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { useHere } from '../session/me.ts';
import { download, toCsv } from './csv.ts';
import { today, useDayText } from './days.ts';
import { focusCell } from './focus.ts';
import { ratesOf } from './queries.ts';
import { RatesGrid } from './RatesGrid.tsx';
import classes from './rates.module.css';
import { SaveBar } from './SaveBar.tsx';
import { useGrid, type View } from './useGrid.ts';
import { useSaving } from './useSaving.ts';
import { useColumnWords } from './words.ts';

export const route = createLazyRoute('/app/clients/$clientId/rates')({ component: RatesTab });

/** What an hour of each position costs the client; whoever may change it types into the cells. */
function RatesTab() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const { workspaceId } = useHere();
  const { data, isError, error, refetch } = useQuery(ratesOf(workspaceId, clientId));
  // A grid is begun anew when what it shows was read anew on purpose, never while it is being typed in.
  const [epoch, setEpoch] = useState(0);
  const again = () => void refetch().then(() => setEpoch((one) => one + 1));
  if (isError && !data) {
    return (
      <EmptyState
        kind="error"
        title={t`The rates could not be read`}
        traceId={traceIdOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) {
    return (
      <Gutter>
        <Skeleton height={240} mt={16} radius={8} />
      </Gutter>
    );
  }
  return <Editor key={`${clientId} ${epoch}`} clientId={clientId} rates={data} onSaved={again} />;
}

function Editor({ clientId, rates, onSaved }: { clientId: ClientId; rates: Rates; onSaved: () => void }) {
  const { t } = useLingui();
  const { can, workspaceId } = useHere();
  const words = useColumnWords();
  const dayText = useDayText();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  const [view, setView] = useState<View>('current');
  const mayEdit = can('clients.manage_service_rates');
  const grid = useGrid(rates, view, mayEdit);
  const { save, isPending } = useSaving(clientId, grid, onSaved);
  const leaving = useLeaveGuard(() => grid.changedCells > 0);
  const day = dayText(today());
  const views = [
    ['current', t`Current and upcoming`],
    ['history', t`History`],
  ] as const;
  const { position, unit, currency, regular, overtime, from, to } = words;
  const saveCsv = () =>
    download(
      `${client?.code ?? client?.name ?? 'client'} ${today()}.csv`,
      toCsv([position, unit, currency, regular, overtime, from, to], rates.data),
    );

  return (
    <>
      <div className={classes.tools} data-print="hide">
        <Button.Group aria-label={t`Which rates`}>
          {views.map(([value, label]) => (
            <Button
              key={value}
              size="xs"
              variant={view === value ? 'light' : 'default'}
              aria-pressed={view === value}
              onClick={() => setView(value)}
            >
              {label}
            </Button>
          ))}
        </Button.Group>
        <span className={classes.day}>
          <Trans>As of {day}</Trans>
        </span>
        <div className={classes.end}>
          {mayEdit ? (
            <span className={classes.hint}>
              <IconClipboardText size={15} stroke={1.7} aria-hidden="true" />
              <Trans>Paste from a spreadsheet with</Trans>
              <Keys keys={['mod', 'V']} joined />
            </span>
          ) : null}
          <Button variant="default" leftSection={<IconDownload size={15} stroke={1.7} />} onClick={saveCsv}>
            <Trans>CSV</Trans>
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={15} stroke={1.7} />}
            onClick={() => window.print()}
          >
            <Trans>Print</Trans>
          </Button>
          {mayEdit ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={15} stroke={2.2} />}
              onClick={() => focusCell(grid.visible.length, 'position')}
            >
              <Trans>Add row</Trans>
            </Button>
          ) : null}
        </div>
      </div>
      {grid.visible.length > 0 ? (
        <RatesGrid grid={grid} />
      ) : (
        <EmptyState kind="first-use" title={t`No rates yet`}>
          <Trans>Nobody has agreed on rates with this client yet.</Trans>
        </EmptyState>
      )}
      <SaveBar grid={grid} saving={isPending} onSave={save} />
      {leaving}
    </>
  );
}
