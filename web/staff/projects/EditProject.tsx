import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Project } from '#contracts/schemas/project.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { ProjectFields } from './ProjectFields.tsx';
import { projectDetail, refreshProjects } from './queries.ts';
import { movesFrom } from './status.ts';
import { type ProjectValues, toPatch, valuesOf } from './values.ts';
import { labelOf, useProjectWords } from './words.ts';

export const route = createLazyRoute('/app/clients/$clientId/projects/$projectId')({
  component: EditProject,
});

function EditProject() {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const { clientId, projectId } = route.useParams();
  const { workspaceId } = useHere();
  const { data, error } = useQuery(projectDetail(workspaceId, clientId, projectId));
  const lost = error && !data ? error : null;

  // An address of a project that is gone leads to those that are there.
  useEffect(() => {
    if (!lost) return;
    toast.fail(errorText(i18n, lost));
    void navigate({ to: '/clients/$clientId/projects', params: { clientId }, replace: true });
  }, [lost, i18n, navigate, clientId]);

  return data ? <Editor key={projectId} project={data} /> : null;
}

function Editor({ project: current }: { project: Project }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { workspaceId, can } = useHere();
  const words = useProjectWords();
  const base = useRef(current);
  const { clientId, id: projectId } = current;
  const detail = projectDetail(workspaceId, clientId, projectId);

  const form = useApiForm<ProjectValues>({
    initial: valuesOf(base.current),
    place: (path) => ({ label: labelOf(words, path) }),
    check: ({ name }) => ({ name: name.trim() === '' ? t`Must not be blank` : null }),
    send: async (values) => {
      const body = toPatch(values, base.current);
      if (Object.keys(body).length > 0) {
        const params = { workspaceId, clientId, projectId };
        const answer = await api.projects.update({ params, body, ifMatch: base.current.version });
        queryClient.setQueryData(detail.queryKey, bodyOf(answer));
      }
      toast.ok(<Trans>{values.name} was saved</Trans>);
      void refreshProjects(workspaceId, clientId);
    },
    onError: (error) => {
      if (error.status !== 412) return false;
      void rebase(String(error.problem?.changedBy ?? ''));
      return true;
    },
  });
  const guard = useLeaveGuard(form.isDirty);

  /** The values typed stay; they now differ from what the other person saved, and are put over it knowingly. */
  const rebase = async (who: string) => {
    try {
      base.current = await queryClient.fetchQuery({ ...detail, staleTime: 0 });
      form.fail({ '': t`${who} changed this project meanwhile. Save again to put your values over theirs.` });
    } catch (error) {
      form.explain(error);
    }
  };

  const close = () =>
    void navigate({ to: '/clients/$clientId/projects', params: { clientId }, search: (old) => old });

  return (
    <DrawerForm
      opened
      onClose={close}
      guard={guard}
      title={t`Edit ${base.current.name}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(close)}
      submitLabel={t`Save changes`}
      submitting={form.busy}
    >
      <ProjectFields api={form} moves={movesFrom(base.current.status, can('projects.reopen'))} />
    </DrawerForm>
  );
}
