import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconBulb, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import type { Proposal } from '#contracts/schemas/proposal.ts';
import { onDemand } from '#ui/onDemand.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { toast } from '#ui/toast.tsx';
import { errorText } from '../errors.ts';
import { queryClient } from '../queryClient.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import { useRuleWords } from '../standards/rule-words.ts';
import { proposalsOf } from './queries.ts';
import classes from './requirements.module.css';

const DismissDrawer = onDemand(async () => (await import('./DismissDrawer.tsx')).DismissDrawer);

interface ProposalsProps {
  clientId: ClientId;
  onAssign: (standardKey: string) => void;
}

/** What rules propose to a client, each with why; those that are not needed on request. */
export function Proposals({ clientId, onAssign }: ProposalsProps) {
  const { workspaceId } = useHere();
  const { data, isError, refetch } = useQuery(proposalsOf(workspaceId, clientId));
  const [showsAside, setShowsAside] = useState(false);
  const [dismissing, setDismissing] = useState<Proposal>();
  if (isError && !data) {
    return (
      <p className={classes.proposals} role="alert">
        <Trans>What is proposed could not be read.</Trans>{' '}
        <Button variant="default" size="compact-xs" onClick={() => void refetch()}>
          <Trans>Try again</Trans>
        </Button>
      </p>
    );
  }
  const open = data?.filter(({ dismissal }) => !dismissal) ?? [];
  const aside = data?.filter(({ dismissal }) => dismissal) ?? [];
  if (open.length + aside.length === 0) return null;
  return (
    <div className={classes.proposals}>
      {[...open, ...(showsAside ? aside : [])].map((proposal) => (
        <ProposalRow
          key={proposal.standardKey}
          clientId={clientId}
          proposal={proposal}
          onAssign={() => onAssign(proposal.standardKey)}
          onDismiss={() => setDismissing(proposal)}
        />
      ))}
      {aside.length > 0 ? (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          c="dimmed"
          aria-expanded={showsAside}
          className={classes.aside}
          onClick={() => setShowsAside(!showsAside)}
        >
          {showsAside ? (
            <Trans>Hide what is not needed</Trans>
          ) : (
            <Plural value={aside.length} one="# proposal is not needed" other="# proposals are not needed" />
          )}
        </Button>
      ) : null}
      {dismissing ? (
        <DismissDrawer clientId={clientId} proposal={dismissing} onClose={() => setDismissing(undefined)} />
      ) : null}
    </div>
  );
}

interface RowProps {
  clientId: ClientId;
  proposal: Proposal;
  onAssign: () => void;
  onDismiss: () => void;
}

function ProposalRow({ clientId, proposal, onAssign, onDismiss }: RowProps) {
  const { t, i18n } = useLingui();
  const { workspaceId, can } = useHere();
  const { groundsText } = useRuleWords();
  const { standardKey, standardName, dismissal, version } = proposal;
  const again = useMutation({
    mutationFn: () =>
      api.proposals.answer({
        params: { workspaceId, clientId, standardKey },
        ifMatch: version,
        body: { dismissal: null },
      }),
    onSuccess: () => toast.ok(<Trans>{standardName} is proposed again</Trans>),
    onError: (error) => toast.fail(errorText(i18n, error)),
    onSettled: () => queryClient.invalidateQueries(proposalsOf(workspaceId, clientId)),
  });
  const [grounds, by] = [groundsText(proposal.grounds), dismissal?.dismissedBy.label];
  const quiet = { size: 'xs', variant: 'subtle', color: 'gray', c: 'dimmed' } as const;
  return (
    <div className={classes.proposal}>
      <IconBulb size={16} stroke={1.7} aria-hidden="true" className={classes.bulb} />
      <span className={classes.cardText}>
        <span>
          {dismissal ? (
            <Trans>
              Not needed: <b>{standardName}</b>, proposed because {grounds}
            </Trans>
          ) : (
            <Trans>
              Proposed: <b>{standardName}</b>, because {grounds}
            </Trans>
          )}
        </span>
        {dismissal ? (
          <span className={classes.dim}>
            {dismissal.reason} · {by} · <RelTime at={dismissal.dismissedAt} />
          </span>
        ) : null}
      </span>
      {can('compliance.manage') ? (
        <span className={classes.proposalActions}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} stroke={2.2} aria-hidden="true" />}
            aria-label={t`Assign ${standardName}`}
            onClick={onAssign}
          >
            <Trans>Assign</Trans>
          </Button>
          {dismissal ? (
            <Button
              {...quiet}
              aria-label={t`Propose again: ${standardName}`}
              loading={again.isPending}
              onClick={() => again.mutate()}
            >
              <Trans>Propose again</Trans>
            </Button>
          ) : (
            <Button {...quiet} aria-label={t`Not needed: ${standardName}`} onClick={onDismiss}>
              <Trans>Not needed</Trans>
            </Button>
          )}
        </span>
      ) : null}
    </div>
  );
}
