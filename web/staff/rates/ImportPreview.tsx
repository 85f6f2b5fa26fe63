import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { StatusGlyph, type Tone } from '#ui/StatusGlyph.tsx';
import type { ImportedRow } from './import.ts';
import classes from './moves.module.css';

/** Every line of a file with what becomes of it; those that say nothing new are only counted. */
export function ImportPreview({ rows }: { rows: readonly ImportedRow[] }) {
  const { t } = useLingui();
  const words: Record<ImportedRow['outcome'], { label: string; tone: Tone }> = {
    new: { label: t`New`, tone: 'ok' },
    changed: { label: t`Changes`, tone: 'info' },
    same: { label: t`As it is`, tone: 'idle' },
    other_currency: { label: t`Left out: in another currency`, tone: 'bad' },
    other_unit: { label: t`Left out: not by the hour`, tone: 'bad' },
    no_position: { label: t`Left out: no position`, tone: 'bad' },
    twice: { label: t`Left out: there twice`, tone: 'bad' },
  };
  const same = rows.filter(({ outcome }) => outcome === 'same').length;
  const told = rows.filter(({ outcome }) => outcome !== 'same');
  return (
    <section className={classes.preview} aria-label={t`Preview`} aria-live="polite">
      {told.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls here, also by keys
        <div className={classes.scroll} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t`Line`}</th>
                <th scope="col">{t`Position`}</th>
                <th scope="col" data-align="end">{t`Regular`}</th>
                <th scope="col" data-align="end">{t`Overtime`}</th>
                <th scope="col">{t`Effective from`}</th>
                <th scope="col">{t`Effective to`}</th>
                <th scope="col">{t`What happens`}</th>
              </tr>
            </thead>
            <tbody>
              {told.map(({ line, cells, outcome }) => (
                <tr key={line}>
                  <td>{line}</td>
                  <th scope="row">{cells.position}</th>
                  <td data-align="end">{cells.regular}</td>
                  <td data-align="end">{cells.overtime}</td>
                  <td>{cells.from}</td>
                  <td>{cells.to}</td>
                  <td>
                    <StatusGlyph tone={words[outcome].tone} /> {words[outcome].label}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>
          <Trans>There is nothing new in it.</Trans>
        </p>
      )}
      {same > 0 ? (
        <p>
          <Plural
            value={same}
            one="# row says what is there already."
            other="# rows say what is there already."
          />
        </p>
      ) : null}
    </section>
  );
}
