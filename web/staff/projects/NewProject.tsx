import { Trans, useLingui } from '@lingui/react/macro';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { api, bodyOf } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { ProjectFields } from './ProjectFields.tsx';
import { refreshProjects } from './queries.ts';
import { movesFrom } from './status.ts';
import { emptyProject, type ProjectValues, toCreate } from './values.ts';
import { labelOf, useProjectWords } from './words.ts';

export const route = createLazyRoute('/app/clients/$clientId/projects/new')({ component: NewProject });

function NewProject() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { clientId } = route.useParams();
  const { workspaceId, user } = useHere();
  const words = useProjectWords();

  const form = useApiForm<ProjectValues>({
    initial: emptyProject(user.id),
    place: (path) => ({ label: labelOf(words, path) }),
    check: ({ name }) => ({ name: name.trim() === '' ? t`Must not be blank` : null }),
    send: async (values, idempotencyKey) => {
      const params = { workspaceId, clientId };
      const { name } = bodyOf(await api.projects.create({ params, body: toCreate(values), idempotencyKey }));
      toast.ok(<Trans>{name} was created</Trans>);
      void refreshProjects(workspaceId, clientId);
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const close = () =>
    void navigate({ to: '/clients/$clientId/projects', params: { clientId }, search: (old) => old });

  return (
    <DrawerForm
      opened
      onClose={close}
      guard={guard}
      title={t`New project`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(close)}
      submitLabel={t`Save project`}
      submitting={form.busy}
    >
      <ProjectFields api={form} moves={movesFrom('planning', true)} />
    </DrawerForm>
  );
}
