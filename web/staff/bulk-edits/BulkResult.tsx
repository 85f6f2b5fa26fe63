import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkEdit, BulkOutcome, BulkRow } from '#contracts/schemas/bulk-edit.ts';
import { useFormats } from '#ui/formats.ts';
import { Link } from '#ui/Link.tsx';
import { Status } from '#ui/Status.tsx';
import { useHere } from '../session/me.ts';
import classes from './bulk-edits.module.css';
import { bulkRows } from './queries.ts';
import { bulkOutcomes, useBulkWords } from './words.ts';

/** What became of the clients, those first that were not changed. */
export function BulkResult({ edit }: { edit: BulkEdit }) {
  const { t } = useLingui();
  const words = useBulkWords();
  const isUndone = edit.undo !== null;
  const tally = edit.undo?.tally ?? edit.tally;
  const met = bulkOutcomes.filter((outcome) => tally[outcome] > 0);
  const [chosen, setChosen] = useState<BulkOutcome>();
  const shown = chosen ?? met.findLast((outcome) => outcome !== 'ok') ?? met[0];
  if (edit.handled === 0) {
    return (
      <p className={classes.text}>
        <Trans>Nothing was changed.</Trans>
      </p>
    );
  }
  return (
    <div className={classes.stack}>
      <Summary edit={edit} />
      <fieldset className={classes.chips} aria-label={t`What became of them`}>
        {met.map((outcome) => (
          <Button
            key={outcome}
            size="xs"
            variant={outcome === shown ? 'light' : 'default'}
            aria-pressed={outcome === shown}
            onClick={() => setChosen(outcome)}
          >
            {isUndone ? words.undone(outcome) : words.outcome(outcome).label} {tally[outcome]}
          </Button>
        ))}
      </fieldset>
      {shown ? <Rows edit={edit} outcome={shown} /> : null}
    </div>
  );
}

function Summary({ edit }: { edit: BulkEdit }) {
  const { locale, timeZone } = useFormats();
  const count = edit.undo?.tally.ok ?? edit.tally.ok;
  const left = edit.undo?.tally.conflict ?? 0;
  const until =
    edit.undoUntil &&
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
      Date.parse(edit.undoUntil),
    );
  return (
    <div role="status">
      <p className={classes.figure}>
        {edit.undo ? (
          <Plural value={count} one="# client taken back" other="# clients taken back" />
        ) : (
          <Plural value={count} one="# client changed" other="# clients changed" />
        )}
      </p>
      <p className={classes.text}>
        {left > 0 ? (
          <Plural
            value={left}
            one="# was edited since and left alone."
            other="# were edited since and left alone."
          />
        ) : null}{' '}
        {until ? <Trans>It can be undone until {until}.</Trans> : null}
      </p>
    </div>
  );
}

function Rows({ edit, outcome }: { edit: BulkEdit; outcome: BulkOutcome }) {
  const { workspaceId } = useHere();
  const wanted = edit.undo ? { undone: outcome } : { outcome };
  const { data, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, isError, refetch } =
    useInfiniteQuery(bulkRows(workspaceId, edit.id, wanted, edit.state));
  if (isError) {
    return (
      <Button size="xs" variant="default" onClick={() => void refetch()}>
        <Trans>The clients could not be read. Try again</Trans>
      </Button>
    );
  }
  if (isPending) return <Skeleton height={120} radius={8} />;
  const rows = data.pages.flatMap((page) => page.data);
  return (
    <>
      <ul className={classes.lines}>
        {rows.map((row) => (
          <li key={row.clientId}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <Button size="xs" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </>
  );
}

function Row({ row }: { row: BulkRow }) {
  const words = useBulkWords();
  const { clientId, name, outcome, code, undone } = row;
  const met = undone ?? outcome;
  return (
    <>
      {name ? (
        <Link href={`/clients/${clientId}`}>{name}</Link>
      ) : (
        <span className={classes.dim}>
          <Trans>A client you do not see</Trans>
        </span>
      )}
      <span className={classes.why}>
        <Status tone={words.outcome(met).tone}>
          {undone ? words.undone(undone) : words.reason(outcome, code)}
        </Status>
      </span>
    </>
  );
}
