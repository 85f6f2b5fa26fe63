import { useQuery } from '@tanstack/react-query';
import { dayIn } from '#contracts/days.ts';
import { today } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import { workspaceSettings } from './queries.ts';

/**
 * Today where the workspace is at home: the day by which the server tells who is away, who left and what is due.
 * Until that is known it is the reader's own.
 */
export function useToday(): string {
  const { workspaceId } = useHere();
  const { data } = useQuery({ ...workspaceSettings(workspaceId), staleTime: 600_000 });
  return data ? dayIn(data.timeZone, new Date().toISOString()) : today();
}
