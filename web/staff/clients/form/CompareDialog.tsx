import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Radio } from '@mantine/core';
import '@mantine/core/styles/RadioCard.layer.css';
import '@mantine/core/styles/RadioIndicator.layer.css';
import { useState } from 'react';
import type { Client } from '#contracts/schemas/client.ts';
import { useFormats } from '#ui/formats.ts';
import { addressText } from '../addressText.ts';
import { useOwners } from '../useOwners.ts';
import { useBandWords } from './choices.ts';
import { useClientWords } from './fields.ts';
import classes from './form.module.css';
import { type ClientField, type ClientValues, differing, valuesOf } from './values.ts';

interface CompareDialogProps {
  /** The record as it was when the form opened. */
  base: Client;
  mine: ClientValues;
  /** The record as it is now. */
  theirs: Client;
  onClose: () => void;
  /** Saves these fields as in the form, the others as they are now. */
  onDone: (mine: ClientField[]) => void;
}

/** Somebody saved this client while the form was open: field by field, whose value shall stand. */
export function CompareDialog({ base, mine, theirs, onClose, onDone }: CompareDialogProps) {
  const { t } = useLingui();
  const { labels } = useClientWords();
  const now = valuesOf(theirs);
  const edited = differing(mine, valuesOf(base));
  const rows = edited.filter((field) => differing(mine, now).includes(field));
  const [taken, setTaken] = useState<ReadonlySet<ClientField>>(new Set());
  const show = useShown();
  const who = theirs.updatedBy.label;

  const choose = (field: ClientField, whose: string) => {
    const next = new Set(taken);
    if (whose === 'theirs') next.add(field);
    else next.delete(field);
    setTaken(next);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t`${who} changed this client`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size={640}
      zIndex={300}
    >
      <p className={classes.explanation}>
        <Trans>
          It was saved while you were editing. Choose what shall stand; nothing else of the newer state is
          touched.
        </Trans>
      </p>
      <ul className={classes.compare}>
        {rows.map((field) => (
          <li key={field}>
            <Radio.Group
              label={labels[field]}
              value={taken.has(field) ? 'theirs' : 'mine'}
              onChange={(whose) => choose(field, whose)}
            >
              <div className={classes.choice}>
                <Choice whose="mine" label={t`Mine`} value={show(mine, field)} />
                <Choice whose="theirs" label={t`Theirs`} value={show(now, field)} />
              </div>
            </Radio.Group>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          <Trans>Back to the form</Trans>
        </Button>
        <Button onClick={() => onDone(edited.filter((field) => !taken.has(field)))}>
          <Trans>Save this choice</Trans>
        </Button>
      </Group>
    </Modal>
  );
}

function Choice({ whose, label, value }: { whose: string; label: string; value: string }) {
  return (
    <Radio.Card className={classes.card} value={whose} data-mantine-stop-propagation="true">
      <Radio.Indicator size="xs" />
      <span>
        <span className={classes.hint}>{label}</span>
        <span className={classes.value}>{value}</span>
      </span>
    </Radio.Card>
  );
}

/** A field of the form in words. */
function useShown() {
  const { locale } = useFormats();
  const { kinds } = useClientWords();
  const { nameOf } = useOwners();
  const { revenues } = useBandWords();
  return (values: ClientValues, field: ClientField): string => {
    if (field === 'tags') return values.tags.join(', ') || '–';
    if (field === 'ownerId') return nameOf(values.ownerId) ?? '–';
    if (field === 'revenueBand') {
      return revenues.find(({ value }) => value === values.revenueBand)?.label ?? '–';
    }
    if (field !== 'addresses') return values[field] || '–';
    const lines = values.addresses.map(
      ({ kind, ...place }) => `${kinds[kind]}: ${addressText(place, locale)}`,
    );
    return lines.join('\n') || '–';
  };
}
