import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { allows, type Demand } from '#contracts/access.ts';
import type { Feature } from '#contracts/features.ts';
import type { WorkspaceId } from '#contracts/ids.ts';
import type { Permission } from '#contracts/permissions.ts';
import type { StaffMe } from '#contracts/schemas/session.ts';
import { preferences } from '../preferences.ts';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf, listenToAccess } from './api.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => bodyOf(await api.staffMe.get({ signal })),
  staleTime: 60_000,
});

/** A rise of the access version means other rights: navigation and buttons follow the newly read ones. */
listenToAccess((workspaceId, version) => {
  const known = queryClient.getQueryData(meQuery.queryKey)?.workspaces.find(({ id }) => id === workspaceId);
  if (known && version > known.accessVersion) void queryClient.invalidateQueries(meQuery);
});

type Membership = StaffMe['workspaces'][number];

/** The workspace that was open last, if the person still belongs to it. */
export const chosenOf = ({ workspaces }: StaffMe, wished: string): Membership | undefined =>
  workspaces.find(({ id }) => id === wished) ?? workspaces[0];

/** Leaves nothing of one workspace in sight of another. */
export function switchWorkspace(id: WorkspaceId) {
  preferences.set({ workspace: id });
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
}

interface Here {
  user: StaffMe['user'];
  workspaces: Membership[];
  workspace: Membership;
}

const HereContext = createContext<Here | null>(null);
export const HereProvider = HereContext.Provider;

/** Who is signed in and in which workspace; only below the shell. */
export function useHere() {
  const here = useContext(HereContext);
  if (!here) throw new Error('useHere is for pages inside the shell');
  const { user, workspaces, workspace } = here;
  const can = (permission: Permission) => workspace.permissions.includes(permission);
  const has = (feature: Feature) => workspace.features.includes(feature);
  return {
    user,
    workspaces,
    workspace,
    workspaceId: workspace.id,
    /** Whether the person may do something here; the server decides again. */
    can,
    /** Whether a feature is live in this workspace. */
    has,
    /** Whether both gates stand open that a page or a button names. */
    allows: (demand: Demand) => allows(workspace, demand),
  };
}

export const useMe = () => useSuspenseQuery(meQuery).data;
