import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { PortalMe } from '#contracts/schemas/portal.ts';
import { preferences } from '../preferences.ts';
import { queryClient } from '../queryClient.ts';
import { api } from './session.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await api.portal.me({ signal })).data,
  staleTime: 60_000,
});

export type Company = PortalMe['clients'][number];

/** The company that was open last, if it still is open to the person. */
export const chosenOf = ({ clients }: PortalMe, wished: string): Company | undefined =>
  clients.find(({ clientId }) => clientId === wished) ?? clients[0];

/** Leaves nothing of one company in memory while another is looked at. */
export function switchCompany(clientId: string) {
  preferences.set({ company: clientId });
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
}

interface Here {
  user: PortalMe['user'];
  companies: Company[];
  company: Company;
}

const HereContext = createContext<Here | null>(null);
export const HereProvider = HereContext.Provider;

/** Who is signed in and which company is looked at; only for pages inside the layout. */
export function useHere(): Here {
  const here = useContext(HereContext);
  if (!here) throw new Error('useHere is for pages inside the layout');
  return here;
}
