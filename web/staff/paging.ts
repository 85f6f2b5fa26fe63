import { useLocation, useNavigate } from '@tanstack/react-router';
import type { PAGE_SIZE as PageSize } from '#contracts/paging.ts';

/** Typed by the contract, whose module would bring the schema library along. */
export const PAGE_SIZE: typeof PageSize = 50;

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Cursors of the pages before this one. */
    trail?: string[];
  }
}

interface Place {
  cursor?: string | undefined;
  /** Which page the cursor stands for; for the range in the foot only. */
  page?: string | undefined;
}

/**
 * Pages over cursors. The API knows the way on only; the way back is the trail kept in the history entry, which
 * survives a reload. An address opened elsewhere has none and goes back to the beginning.
 */
export function usePager(
  place: Place,
  shown: { data: unknown[]; page: { next: string | null } } | undefined,
) {
  const navigate = useNavigate();
  const trail = useLocation({ select: ({ state }) => state.trail }) ?? [];
  const page = Number(place.page ?? 1);
  const next = shown?.page.next;

  const move = (cursor: string | undefined, to: number, kept: string[]) =>
    void navigate({
      to: '.',
      search: (old) => ({ ...old, cursor, page: to > 1 ? String(to) : undefined }),
      state: (old) => ({ ...old, trail: kept }),
    });

  const back = () => {
    const last = trail.at(-1);
    move(last || undefined, last ? page - 1 : 1, trail.slice(0, -1));
  };

  const from = (page - 1) * PAGE_SIZE + 1;
  return {
    from,
    to: from + (shown?.data.length ?? 1) - 1,
    onNext: next ? () => move(next, page + 1, [...trail, place.cursor ?? '']) : undefined,
    onPrev: place.cursor ? back : undefined,
  };
}
