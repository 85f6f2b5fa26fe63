import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { useMemo } from 'react';
import type { Requirement } from '#contracts/schemas/requirement.ts';
import { Person } from '#ui/Person.tsx';
import type { DataColumn } from '#ui/tableTypes.ts';
import { DeadlineCell, EvidenceCell, ReminderCell, StateCell } from './cells.tsx';
import classes from './requirements.module.css';

/** What the table of a client's compliance shows. */
export function useRequirementColumns(onOpen: (requirement: Requirement) => void): DataColumn<Requirement>[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        id: 'standard',
        header: t`Standard`,
        width: 190,
        fixed: true,
        cell: (requirement) => (
          <UnstyledButton
            data-print="keep"
            className={classes.name}
            title={requirement.standardName}
            onClick={() => onOpen(requirement)}
          >
            {requirement.standardName}
          </UnstyledButton>
        ),
      },
      {
        id: 'state',
        header: t`Status`,
        width: 150,
        cell: (requirement) => <StateCell requirement={requirement} />,
      },
      {
        id: 'evidence',
        header: t`Evidence`,
        width: 210,
        cell: (requirement) => <EvidenceCell requirement={requirement} />,
      },
      {
        id: 'deadline',
        header: t`Deadline`,
        width: 150,
        cell: (requirement) => <DeadlineCell requirement={requirement} />,
      },
      {
        id: 'owner',
        header: t`Responsible`,
        width: 150,
        cell: ({ ownerId, ownerName }) => <Person id={ownerId} name={ownerName} size={20} label />,
      },
      {
        id: 'reminder',
        header: t`Next reminder`,
        width: 120,
        dim: true,
        cell: (requirement) => <ReminderCell requirement={requirement} />,
      },
    ],
    [t, onOpen],
  );
}
