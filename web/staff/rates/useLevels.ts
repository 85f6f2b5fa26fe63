import { useQuery } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import { brandsOf } from '../companies/queries.ts';
import { projectsOf } from '../projects/queries.ts';
import { useHere } from '../session/me.ts';
import type { LevelHome } from './queries.ts';

interface Level {
  id: string;
  name: string;
  home: LevelHome;
}

/** The brands and the projects of a client, as far as they are seen: each may have rates of its own. */
export function useLevels(clientId: ClientId): { brands: Level[]; projects: Level[]; isPending: boolean } {
  const { workspaceId, can } = useHere();
  const brands = useQuery(brandsOf(workspaceId, clientId));
  const projects = useQuery({ ...projectsOf(workspaceId, clientId), enabled: can('projects.view') });
  return {
    brands: (brands.data?.data ?? []).map(({ id, name }) => ({ id, name, home: { clientId, brandId: id } })),
    projects: (projects.data?.data ?? []).map(({ id, name }) => ({
      id,
      name,
      home: { clientId, projectId: id },
    })),
    isPending: brands.isLoading || projects.isLoading,
  };
}
