import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { BulkEdit } from '#contracts/schemas/bulk-edit.ts';
import { Person } from '#ui/Person.tsx';
import { Status } from '#ui/Status.tsx';
import { Strip } from '#ui/Strip.tsx';
import classes from './bulk-edits.module.css';
import { useBulkWords } from './words.ts';

/** What a bulk edit would do: how many clients change, whose they are, and which are left out and why. */
export function BulkPreview({ edit }: { edit: BulkEdit }) {
  const { t, i18n } = useLingui();
  const words = useBulkWords();
  const { preview, problem, total } = edit;
  if (problem) return <Strip tone="warn">{words.problem(problem)}</Strip>;
  if (!preview) return null;
  const count = preview.tally.ok;
  const all = i18n.number(total);
  return (
    <div className={classes.stack}>
      <div>
        <p className={classes.figure}>
          <Plural value={count} one="# client will change" other="# clients will change" />
        </p>
        <p className={classes.text}>
          <Trans>
            Of {all} selected. What somebody edits before it is done is left alone. You can undo it for 24
            hours.
          </Trans>
        </p>
      </div>
      {preview.skipped.length > 0 ? (
        <section className={classes.part}>
          <h3>
            <Trans>Left as they are</Trans>
          </h3>
          <ul className={classes.lines}>
            {preview.skipped.map(({ outcome, code, clients }) => (
              <li key={`${outcome} ${code}`}>
                <Status tone={words.outcome(outcome).tone}>{words.reason(outcome, code)}</Status>
                <span className={classes.number}>{i18n.number(clients)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {preview.owners.length > 0 ? (
        <section className={classes.part}>
          <h3>{edit.change.field === 'owner' ? t`Who gives them away` : t`Whose clients they are`}</h3>
          <ul className={classes.lines}>
            {preview.owners.map(({ userId, name, clients }) => (
              <li key={userId}>
                <Person id={userId} name={name} size={20} label />
                <span className={classes.number}>
                  <Plural value={clients} one="# client" other="# clients" />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
