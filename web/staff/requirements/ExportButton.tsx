import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ClientId } from '#contracts/ids.ts';
import type { Evidence, Requirement, Requirements } from '#contracts/schemas/requirement.ts';
import { clientDetail } from '../clients/queries.ts';
import { csvOf, download } from '../csv.ts';
import { useHere } from '../session/me.ts';
import { useComplianceWords } from './words.ts';

/** Saves what a client has to meet, as it stands on its day, as a file for spreadsheets: a line per piece of evidence. */
export function ExportButton({ clientId, requirements }: { clientId: ClientId; requirements: Requirements }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const { stateOf, reviewOf } = useComplianceWords();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  const lineOf = (one: Requirement, piece: Evidence | null): string[] => [
    one.standardName,
    stateOf(one.state).label,
    one.dueOn ?? '',
    one.expiresOn ?? '',
    one.ownerName,
    piece?.label ?? '',
    piece?.url ?? '',
    piece ? reviewOf(piece.review).label : '',
    piece?.issuedOn ?? '',
    piece?.expiresOn ?? '',
    piece?.addedBy.label ?? '',
    piece?.addedAt ?? '',
    piece?.reviewedBy?.label ?? '',
    piece?.reviewedAt ?? '',
    piece?.reason ?? '',
    one.waiver?.until ?? '',
    one.waiver?.approver.label ?? '',
    (one.state === 'waived' ? one.waiver?.reason : one.statusReason) ?? '',
    one.note ?? '',
  ];
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
      t`Added by`,
      t`Added`,
      t`Reviewed by`,
      t`Reviewed`,
      t`Reason of review`,
      t`Waived until`,
      t`Approved by`,
      t`Reason`,
      t`Note`,
    ];
    const lines = requirements.data.flatMap((one) => {
      const pieces = one.evidence.length > 0 ? one.evidence : [null];
      return pieces.map((piece) => lineOf(one, piece));
    });
    const name = [client?.code ?? client?.name, t`compliance`, requirements.today].filter(Boolean).join(' ');
    download(`${name}.csv`, csvOf([head, ...lines]));
  };
  return (
    <Button variant="default" leftSection={<IconDownload size={15} stroke={1.7} />} onClick={save}>
      <Trans>CSV</Trans>
    </Button>
  );
}
