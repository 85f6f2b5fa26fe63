import { useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { ApiError } from '#contracts/client.ts';
import { MOST_RATE_CHANGES } from '#contracts/positions.ts';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { focusCell } from './focus.ts';
import { type Field, toChanges } from './grid.ts';
import type { RateHome } from './queries.ts';
import type { Grid } from './useGrid.ts';

/** The cell that a pointer of the server means. */
const cellOf: Record<string, Field> = {
  position: 'position',
  regular: 'regular',
  overtime: 'overtime',
  effectiveFrom: 'from',
  effectiveTo: 'to',
};

/** Saves what is unsaved, all of it or nothing; with a problem it leads there instead. */
export function useSaving(home: RateHome, grid: Grid, onSaved: () => void) {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const goTo = (key: string, field: Field) => {
    const number = grid.numberOf(key);
    if (number !== null) focusCell(number, field);
  };
  const { mutate, isPending } = useMutation({
    mutationFn: async () => {
      const { body, keys } = toChanges(grid.rows, grid.currency);
      try {
        if (home === 'card') await api.rates.changeCard({ params: { workspaceId }, body });
        else await api.rates.change({ params: { workspaceId, clientId: home }, body });
      } catch (error) {
        const [, at, name] = /^\/put\/(\d+)\/(\w+)$/.exec(problemOf(error)?.pointer ?? '') ?? [];
        const [key, field] = [keys[Number(at)], cellOf[name ?? '']];
        if (key && field) goTo(key, field);
        throw error;
      }
    },
    onSuccess: () => {
      toast.ok(t`The rates are saved.`);
      onSaved();
    },
    onError: (error) => {
      const problem = problemOf(error);
      toast.fail(problem ? t`Nothing was saved: a cell ${problem.message}.` : errorText(i18n, error));
    },
  });

  const save = () => {
    const [first] = grid.problems;
    if (first) return goTo(first.key, first.field);
    if (grid.changedRows > MOST_RATE_CHANGES) {
      const most = MOST_RATE_CHANGES;
      toast.fail(t`At most ${most} rows can be saved at once. Nothing was saved.`);
      return;
    }
    mutate();
  };
  return { save, isPending };
}

const problemOf = (error: unknown) => (error instanceof ApiError ? error.errors[0] : undefined);
