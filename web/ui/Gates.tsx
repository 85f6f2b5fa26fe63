import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck, IconListCheck, IconMinus, IconX } from '@tabler/icons-react';
import classes from './Gates.module.css';

export interface Gate {
  id: string;
  /** What is checked: Module, Plan, Role, Client. */
  label: string;
  reason: string;
  state: 'pass' | 'stop' | 'skip';
}

const icons = { pass: IconCheck, stop: IconX, skip: IconMinus };

/** The checks between a reader and a page, in the order they run; the first stop is marked in words. */
export function Gates({ gates }: { gates: Gate[] }) {
  const { t } = useLingui();
  const spoken = { pass: t`Passed`, stop: t`Stopped`, skip: t`Not applicable` };
  return (
    <section className={classes.box} aria-labelledby="why-not">
      <header className={classes.head}>
        <IconListCheck size={16} stroke={1.7} aria-hidden="true" />
        <h2 id="why-not">
          <Trans>Why can’t I?</Trans>
        </h2>
        <span className={classes.order}>
          <Trans>Checked in this order</Trans>
        </span>
      </header>
      <ol className={classes.list}>
        {gates.map((gate) => {
          const Icon = icons[gate.state];
          return (
            <li key={gate.id} className={classes.gate} data-state={gate.state}>
              <Icon size={16} stroke={2} role="img" aria-label={spoken[gate.state]} />
              <span className={classes.label}>{gate.label}</span>
              <span className={classes.reason}>{gate.reason}</span>
              {gate.state === 'stop' ? (
                <span className={classes.stop}>
                  <Trans>Stops here</Trans>
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
