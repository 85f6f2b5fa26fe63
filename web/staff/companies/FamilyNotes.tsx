import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Family } from '#contracts/schemas/family.ts';
import { useFormats } from '#ui/formats.ts';
import { statuses, useStatusWord } from '../clients/status.ts';
import classes from './companies.module.css';

interface FamilyNotesProps {
  family: Family;
  /** Chooses a parent; none for whoever may only look. */
  onChoose: (() => void) | undefined;
}

/** Below the tree: where the client stands when its parent is not shown, and how many stand below it. */
export function FamilyNotes({ family, onChoose }: FamilyNotesProps) {
  const { parent, members, below, more } = family;
  const isAlone = parent === 'none' && members.length === 1;
  const hasBelow = statuses.some((status) => below[status] > 0);
  const shown = members.length;
  return (
    <>
      {parent === 'in_trash' ? (
        <p className={classes.warn}>
          <Trans>
            Stands below a client that is in the trash. When that one is restored, both are linked again.
          </Trans>
        </p>
      ) : null}
      {parent === 'out_of_sight' ? (
        <p className={classes.warn}>
          <Trans>Stands below a client that you do not see.</Trans>
        </p>
      ) : null}
      {isAlone ? (
        <p>
          <Trans>Stands alone. Choose a parent if it belongs to a group you also serve.</Trans>{' '}
          {onChoose ? (
            <Button variant="default" size="compact-xs" onClick={onChoose}>
              <Trans>Choose parent</Trans>
            </Button>
          ) : null}
        </p>
      ) : null}
      {hasBelow ? <Below below={below} /> : null}
      {more ? (
        <p>
          <Trans>
            The family is larger: {shown} of it are shown and counted. Open a subsidiary to see what stands
            below it.
          </Trans>
        </p>
      ) : null}
    </>
  );
}

function Below({ below }: Pick<Family, 'below'>) {
  const { i18n } = useLingui();
  const { locale } = useFormats();
  const word = useStatusWord();
  const total = statuses.reduce((sum, status) => sum + below[status], 0);
  const parts = statuses
    .filter((status) => below[status] > 0)
    .map((status) => `${i18n.number(below[status])} ${word(status).label.toLocaleLowerCase(locale)}`)
    .join(' · ');
  return (
    <p>
      <Plural value={total} one="# subsidiary at any depth" other="# subsidiaries at any depth" />: {parts}
    </p>
  );
}
