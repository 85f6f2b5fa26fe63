import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './FilterChip.module.css';

export interface FilterChipProps {
  /** Field and operator in words: "Status is". */
  field: string;
  value: ReactNode;
  /** Names the remove button: "Remove filter Status is Active". */
  valueText: string;
  onEdit?: () => void;
  onRemove: () => void;
}

/** One filter in words; press to change it, × to drop it. */
export function FilterChip({ field, value, valueText, onEdit, onRemove }: FilterChipProps) {
  const { t } = useLingui();
  const words = (
    <>
      <span className={classes.field}>{field}</span>
      <span className={classes.value}>{value}</span>
    </>
  );
  return (
    <span className={classes.chip}>
      {onEdit ? (
        <UnstyledButton className={classes.words} onClick={onEdit}>
          {words}
        </UnstyledButton>
      ) : (
        <span className={classes.words}>{words}</span>
      )}
      <UnstyledButton
        className={classes.remove}
        onClick={onRemove}
        aria-label={t`Remove filter ${field} ${valueText}`}
      >
        <IconX size={14} stroke={1.9} aria-hidden="true" />
      </UnstyledButton>
    </span>
  );
}
