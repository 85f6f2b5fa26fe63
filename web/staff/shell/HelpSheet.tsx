import { Trans, useLingui } from '@lingui/react/macro';
import { Modal, Switch, VisuallyHidden } from '@mantine/core';
import { pageCatalogue } from '#contracts/pages.ts';
import { Keys } from '#ui/Keys.tsx';
import { usePreference } from '../preferences.ts';
import { useHere } from '../session/me.ts';
import classes from './shell.module.css';

interface Shortcut {
  label: string;
  /** How a screen reader says the keys, which are drawn as pictures. */
  spoken: string;
  keys: string[];
}

/** All shortcuts at a glance, and the switch that turns the single-key ones off. */
export function HelpSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const { can, allows } = useHere();
  const [enabled, setEnabled] = usePreference('shortcuts');
  const list: Shortcut[] = [
    { label: t`Search or jump to`, spoken: t`Control or Command K`, keys: ['mod', 'K'] },
    { label: t`Search on this page`, spoken: t`Slash`, keys: ['/'] },
    { label: t`Go to clients`, spoken: t`G, then C`, keys: ['G', 'C'] },
    ...(allows(pageCatalogue.followUps)
      ? [{ label: t`Go to my day`, spoken: t`G, then D`, keys: ['G', 'D'] }]
      : []),
    ...(can('clients.delete') ? [{ label: t`Go to trash`, spoken: t`G, then T`, keys: ['G', 'T'] }] : []),
    ...(can('clients.create') ? [{ label: t`New client`, spoken: 'C', keys: ['C'] }] : []),
    { label: t`Next and previous row or record`, spoken: t`J and K`, keys: ['J', 'K'] },
    { label: t`Open the row`, spoken: t`Enter`, keys: ['enter'] },
    { label: t`Undo, while the message is there`, spoken: t`Control or Command Z`, keys: ['mod', 'Z'] },
    { label: t`This help`, spoken: t`Question mark`, keys: ['?'] },
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Shortcuts`}
      closeButtonProps={{ 'aria-label': t`Close` }}
      size={420}
    >
      <dl className={classes.shortcuts}>
        {list.map(({ label, spoken, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <VisuallyHidden>{spoken}</VisuallyHidden>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        mt="md"
        size="sm"
        checked={enabled}
        onChange={(event) => setEnabled(event.currentTarget.checked)}
        label={<Trans>Single-key shortcuts</Trans>}
        description={<Trans>Switch them off if speech input or a slip of the hand sets them off.</Trans>}
      />
    </Modal>
  );
}
