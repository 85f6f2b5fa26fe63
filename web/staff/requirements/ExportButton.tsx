import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import type { Requirements } from '#contracts/schemas/requirement.ts';
import { clientDetail } from '../clients/queries.ts';
import { csvOf, download } from '../csv.ts';
import { useHere } from '../session/me.ts';
import { useComplianceWords } from './words.ts';

/** Saves what a client has to meet, as it stands on its day, as a file for spreadsheets. */
export function ExportButton({ clientId, requirements }: { clientId: ClientId; requirements: Requirements }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { stateOf, reviewOf } = useComplianceWords();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  const save = () => {
    const head = [
      t`Standard`,
      t`Status`,
      t`Due`,
      t`Met until`,
      t`Responsible`,
      t`Evidence`,
      t`Link`,
      t`Review`,
      t`Issued`,
      t`Valid until`,
      t`Waived until`,
      t`Approved by`,
      t`Reason`,
      t`Note`,
    ];
    const lines = requirements.data.map(({ evidence: [latest], ...one }) => [
      one.standardName,
      stateOf(one.state).label,
      one.dueOn ?? '',
      one.expiresOn ?? '',
      one.ownerName,
      latest?.label ?? '',
      latest?.url ?? '',
      latest ? reviewOf(latest.review).label : '',
      latest?.issuedOn ?? '',
      latest?.expiresOn ?? '',
      one.waiver?.until ?? '',
      one.waiver?.approver.label ?? '',
      (one.state === 'waived' ? one.waiver?.reason : one.statusReason) ?? '',
      one.note ?? '',
    ]);
    const name = [client?.code ?? client?.name, t`compliance`, requirements.today].filter(Boolean).join(' ');
    download(`${name}.csv`, csvOf([head, ...lines]));
  };
  return (
    <Button variant="default" leftSection={<IconDownload size={15} stroke={1.7} />} onClick={save}>
      <Trans>CSV</Trans>
    </Button>
  );
}
