import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiError } from '#contracts/client.ts';
import { MOST_RATE_CHANGES } from '#contracts/positions.ts';
import type { Rate } from '#contracts/schemas/rate.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { focusCell } from './focus.ts';
import type { Field, Row } from './grid.ts';
import { changeRates, type RateHome, ratesOf } from './queries.ts';
import { toChanges, toSave } from './saving.ts';
import type { Grid } from './useGrid.ts';

/** The cell that a pointer of the server means. */
const cellOf: Record<string, Field> = {
  position: 'position',
  regular: 'regular',
  overtime: 'overtime',
  effectiveFrom: 'from',
  effectiveTo: 'to',
};

/**
 * Saves what is unsaved: as many rows as go together, all of them or none, and then the next. With a problem it
 * leads there instead.
 */
export function useSaving(home: RateHome, grid: Grid, onSaved: () => void) {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const goTo = (key: string, field: Field) => {
    const number = grid.numberOf(key);
    if (number !== null) focusCell(number, field);
  };
  const progress = useRef({ done: 0, of: 0 });
  /** Saves some rows, all of them or none; a problem leads to its cell. */
  const send = async (rows: readonly Row[]): Promise<readonly Rate[]> => {
    const { body, keys } = toChanges(rows, grid.terms);
    try {
      const { data } = bodyOf(await changeRates(workspaceId, home, body));
      return data;
    } catch (error) {
      if (isOvertaken(error)) {
        // What others wrote stands beside what is typed here, so that one of both can be chosen, and saved.
        const { data } = await queryClient.fetchQuery({ ...ratesOf(workspaceId, home), staleTime: 0 });
        grid.overtake(data);
        throw error;
      }
      const [, at, name] = /^\/put\/(\d+)\/(\w+)$/.exec(problemOf(error)?.pointer ?? '') ?? [];
      const [key, field] = [keys[Number(at)], cellOf[name ?? '']];
      if (key && field) goTo(key, field);
      throw error;
    }
  };
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const rows = toSave(grid.rows);
      progress.current = { done: 0, of: rows.length };
      for (let done = 0; done < rows.length; done += MOST_RATE_CHANGES) {
        const some = rows.slice(done, done + MOST_RATE_CHANGES);
        grid.saved(some, await send(some));
        progress.current.done = done + some.length;
      }
    },
    onSuccess: () => {
      toast.ok(t`The rates are saved.`);
      onSaved();
    },
    onError: (error) => {
      const message = problemOf(error)?.message;
      const { done, of } = progress.current;
      if (done > 0) toast.fail(t`${done} of ${of} rows are saved; the rest still waits.`);
      if (isOvertaken(error)) return toast.fail(overtakenBy(error));
      toast.fail(
        message === undefined
          ? errorText(i18n, error)
          : done > 0
            ? t`A cell ${message}.`
            : t`Nothing was saved: a cell ${message}.`,
      );
    },
  });

  const overtakenBy = ({ problem }: ApiError) => {
    const who = typeof problem?.changedBy === 'string' ? problem.changedBy : t`Somebody`;
    return t`${who} changed these rates meanwhile. What you typed is kept: look at it, and save again.`;
  };

  const save = () => {
    const [first] = grid.problems;
    if (first) return goTo(first.key, first.field);
    mutate();
  };
  return { save, isPending };
}

/** Somebody was faster: a row is not what it was, or stands where one of ours was to begin, or overlaps it. */
const isOvertaken = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  (error.status === 412 ||
    error.code === 'rate_exists' ||
    error.errors.some(({ code }) => code === 'overlaps'));

const problemOf = (error: unknown) => (error instanceof ApiError ? error.errors[0] : undefined);
