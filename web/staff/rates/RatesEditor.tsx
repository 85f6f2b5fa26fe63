import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconClipboardText, IconDownload, IconPlus, IconPrinter, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Rates } from '#contracts/schemas/rate.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useFormats } from '#ui/formats.ts';
import { Keys } from '#ui/Keys.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Strip } from '#ui/Strip.tsx';
import { download } from '../csv.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { workspaceLists } from '../lists/queries.ts';
import { useHere } from '../session/me.ts';
import { toCsv } from './csv.ts';
import { useDayText } from './days.ts';
import { focusCell } from './focus.ts';
import { PrintHead } from './PrintHead.tsx';
import type { RateHome } from './queries.ts';
import { RatesGrid } from './RatesGrid.tsx';
import classes from './rates.module.css';
import { SaveBar } from './SaveBar.tsx';
import { type Grid, useGrid, type View } from './useGrid.ts';
import { useSaving } from './useSaving.ts';
import { useColumnWords } from './words.ts';

const ImportDrawer = onDemand(async () => (await import('./ImportDrawer.tsx')).ImportDrawer);

const noPositions: never[] = [];

interface RatesEditorProps {
  home: RateHome;
  /** Whose they are, as a page that is printed says it. */
  title: string;
  /** How a file of them begins. */
  fileName: string;
  rates: Rates;
  onSaved: () => void;
  /** Said where there are none. */
  empty: ReactNode;
  /** What else can be done with them, once nothing is unsaved. */
  menu?: (isClean: boolean) => ReactNode;
}

/** The grid of some rates with its tools; it holds what was read when it was begun. */
export function RatesEditor({ home, title, fileName, rates, onSaved, empty, menu }: RatesEditorProps) {
  const { t } = useLingui();
  const { can, workspaceId } = useHere();
  const { locale } = useFormats();
  const { data: lists } = useQuery(workspaceLists(workspaceId));
  const listed = lists?.find(({ name }) => name === 'positions')?.entries ?? noPositions;
  const { position, unit, currency, regular, overtime, from, to } = useColumnWords();
  const dayText = useDayText();
  const [view, setView] = useState<View>('current');
  const [isImporting, setImporting] = useState(false);
  const mayEdit = can('clients.manage_service_rates');
  const grid = useGrid({ rates, view, mayEdit, locale, listed });
  const { save, isPending } = useSaving(home, grid, onSaved);
  const leaving = useLeaveGuard(() => grid.changedCells > 0);
  const day = dayText(rates.today);
  const views = [
    ['current', t`Current and upcoming`],
    ['history', t`History`],
  ] as const;
  const saveCsv = () =>
    download(
      `${fileName} ${rates.today}.csv`,
      toCsv([position, unit, currency, regular, overtime, from, to], rates.data),
    );

  return (
    <>
      <PrintHead title={title} day={day} policy={rates.overtimePolicy} isHistory={view === 'history'} />
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
          {mayEdit ? (
            <Button
              variant="default"
              leftSection={<IconUpload size={15} stroke={1.7} />}
              onClick={() => setImporting(true)}
            >
              <Trans>Import</Trans>
            </Button>
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
          {menu?.(grid.changedCells === 0)}
        </div>
      </div>
      <OtherCurrencies grid={grid} />
      {grid.visible.length > 0 ? (
        <RatesGrid grid={grid} />
      ) : (
        <EmptyState kind="first-use" title={t`No rates yet`}>
          {empty}
        </EmptyState>
      )}
      <SaveBar grid={grid} saving={isPending} onSave={save} />
      {leaving}
      {isImporting ? <ImportDrawer grid={grid} onClose={() => setImporting(false)} /> : null}
    </>
  );
}

/** Says it where rates in sight were agreed in another currency than new ones are. */
function OtherCurrencies({ grid: { visible, currency } }: { grid: Grid }) {
  const others = visible.filter(({ rate }) => rate && rate.currency !== currency).length;
  if (others === 0) return null;
  return (
    <div className={classes.currencies}>
      <Strip tone="info">
        <Plural
          value={others}
          one="# rate keeps the currency it was agreed in."
          other="# rates keep the currency they were agreed in."
        />{' '}
        <Trans>What is new is in {currency}.</Trans>
      </Strip>
    </div>
  );
}
