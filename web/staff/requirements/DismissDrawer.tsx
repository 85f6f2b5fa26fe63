import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Proposal } from '#contracts/schemas/proposal.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { toast } from '#ui/toast.tsx';
import { useApiForm } from '../forms/useApiForm.ts';
import { useLeaveGuard } from '../forms/useLeaveGuard.tsx';
import { queryClient } from '../queryClient.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { useRuleWords } from '../standards/rule-words.ts';
import { proposalsOf } from './queries.ts';
import classes from './requirements.module.css';

interface DismissDrawerProps {
  clientId: ClientId;
  proposal: Proposal;
  onClose: () => void;
}

/** Says why a proposed standard is not needed. */
export function DismissDrawer({ clientId, proposal, onClose }: DismissDrawerProps) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { groundsText } = useRuleWords();
  const { standardKey, standardName } = proposal;
  const version = useRef(proposal.version);
  const label = t`Reason`;
  const form = useApiForm({
    initial: { dismissal: { reason: '' } },
    place: () => ({ label }),
    check: ({ dismissal }) => ({
      'dismissal.reason': dismissal.reason.trim() ? null : t`Say why, in a few words`,
    }),
    send: async (body) => {
      const params = { workspaceId, clientId, standardKey };
      await api.proposals.answer({ params, ifMatch: version.current, body });
      toast.ok(<Trans>{standardName} is not needed</Trans>);
      void queryClient.invalidateQueries(proposalsOf(workspaceId, clientId));
    },
    overtaken: (now) => {
      version.current = now;
    },
  });
  const guard = useLeaveGuard(form.isDirty);
  const grounds = groundsText(proposal.grounds);
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`${standardName} is not needed`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Set aside`}
      submitting={form.busy}
    >
      <p className={classes.hint}>
        <Trans>
          It is proposed because {grounds}. Set aside, it comes back only when the rule, or what of the client
          made it fit, changes.
        </Trans>
      </p>
      <Textarea
        label={label}
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        {...form.field('dismissal.reason')}
      />
    </DrawerForm>
  );
}
