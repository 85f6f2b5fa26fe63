import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { Requirement } from '#contracts/schemas/requirement.ts';
import { toast } from '#ui/toast.tsx';
import { RemoveDialog } from '../companies/RemoveDialog.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { DetailsDrawer } from './DetailsDrawer.tsx';
import { EditDrawer } from './EditDrawer.tsx';
import { EvidenceDrawer } from './EvidenceDrawer.tsx';
import { proposalsOf, requirementsOf } from './queries.ts';
import type { Opened } from './RequirementMenu.tsx';
import { ReviewDrawer } from './ReviewDrawer.tsx';
import { SnoozeDrawer } from './SnoozeDrawer.tsx';
import { StatusDrawer } from './StatusDrawer.tsx';
import { WaiverDrawer } from './WaiverDrawer.tsx';

interface DrawersProps {
  requirement: Requirement;
  opened: Opened;
  onOpen: (opened: Opened) => void;
  onClose: () => void;
}

/** Whatever is open for a requirement: a drawer, or the question before something ends. */
export function Drawers({ requirement, opened, onOpen, onClose }: DrawersProps) {
  switch (opened.kind) {
    case 'details':
      return <DetailsDrawer requirement={requirement} onOpen={onOpen} onClose={onClose} />;
    case 'snooze':
      return <SnoozeDrawer requirement={requirement} onClose={onClose} />;
    case 'edit':
      return <EditDrawer requirement={requirement} onClose={onClose} />;
    case 'evidence':
      return (
        <EvidenceDrawer
          requirement={requirement}
          onClose={onClose}
          {...(opened.corrects && { corrects: opened.corrects })}
        />
      );
    case 'waive':
      return <WaiverDrawer requirement={requirement} onClose={onClose} />;
    case 'status':
      return (
        <StatusDrawer requirement={requirement} onClose={onClose} {...(opened.to && { to: opened.to })} />
      );
    case 'review':
      return <ReviewDrawer requirement={requirement} evidenceId={opened.evidenceId} onClose={onClose} />;
    default:
      return <Ending requirement={requirement} kind={opened.kind} onClose={onClose} />;
  }
}

/** Asks before a requirement is removed, or a waiver or a snooze ended before its day. */
function Ending({
  requirement,
  kind,
  onClose,
}: Omit<DrawersProps, 'opened' | 'onOpen'> & { kind: 'remove' | 'unwaive' | 'wake' }) {
  const { i18n, t } = useLingui();
  const { workspaceId } = useHere();
  const { clientId, id: requirementId, version, standardName } = requirement;
  const ending = useMutation({
    mutationFn: async () => {
      const call = { params: { workspaceId, clientId, requirementId }, ifMatch: version };
      if (kind === 'remove') await api.requirements.remove(call);
      else if (kind === 'wake') await api.requirements.update({ ...call, body: { snooze: null } });
      else await api.requirements.unwaive(call);
    },
    onSuccess: () =>
      toast.ok(
        kind === 'remove' ? (
          <Trans>{standardName} was removed</Trans>
        ) : kind === 'wake' ? (
          <Trans>Reminders of {standardName} go out again</Trans>
        ) : (
          <Trans>The waiver of {standardName} has ended</Trans>
        ),
      ),
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => {
      onClose();
      // What was removed may be proposed again.
      void queryClient.invalidateQueries(proposalsOf(workspaceId, clientId));
      return queryClient.invalidateQueries(requirementsOf(workspaceId, clientId));
    },
  });
  return (
    <RemoveDialog
      name={kind === 'remove' ? standardName : kind === 'wake' ? t`the snooze` : t`the waiver`}
      busy={ending.isPending}
      onCancel={onClose}
      onDone={() => ending.mutate()}
    >
      {kind === 'remove' ? (
        <Trans>The client no longer has to meet it, and its evidence goes. The activity stays.</Trans>
      ) : kind === 'wake' ? (
        <Trans>Reminders go out again before the deadline, as the standard says.</Trans>
      ) : (
        <Trans>The standard counts again at once.</Trans>
      )}
    </RemoveDialog>
  );
}
