import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import { clientDetail } from '../clients/queries.ts';
import { queryClient } from '../queryClient.ts';
import { useHere } from '../session/me.ts';
import { type Filter, newestActivity } from './queries.ts';
import { refreshBehind } from './stale.ts';

/**
 * The newest entries of a client as they happen. What somebody else did shows on the whole page, as an entry
 * means that the record behind it changed.
 */
export function useNewest(clientId: ClientId, filter?: Filter) {
  const { workspaceId } = useHere();
  const query = useQuery(newestActivity(workspaceId, clientId, filter));
  const entries = query.data?.data;
  const top = entries?.[0]?.id;
  const seen = useRef<string>(undefined);
  const [arrived, setArrived] = useState(0);

  useEffect(() => {
    if (!entries) return;
    const before = seen.current;
    seen.current = top ?? '';
    if (before === undefined || before === seen.current) return;
    const at = entries.findIndex(({ id }) => id === before);
    const fresh = at < 0 ? entries : entries.slice(0, at);
    setArrived(fresh.length);
    refreshBehind(workspaceId, fresh);
    // Whatever happened, the client's own row says when.
    void queryClient.invalidateQueries(clientDetail(workspaceId, clientId));
  }, [entries, top, workspaceId, clientId]);

  return { ...query, entries, arrived };
}
