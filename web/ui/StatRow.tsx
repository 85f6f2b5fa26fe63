import { Skeleton, UnstyledButton } from '@mantine/core';
import { Sparkline } from './Sparkline.tsx';
import classes from './StatRow.module.css';
import { StatusGlyph, type Tone } from './StatusGlyph.tsx';

export interface Stat {
  id: string;
  label: string;
  tone: Tone;
  /** Absent while loading. */
  value: number | undefined;
  /** One short fact after the number, such as "+2 this quarter". */
  fact?: string | undefined;
  spark?: number[] | undefined;
}

export interface StatRowProps {
  /** Names the group, as the buttons filter the list below. */
  label: string;
  stats: Stat[];
  pressed?: string | undefined;
  onPress: (id: string) => void;
  /** For numbers in the reader's own notation. */
  format?: (value: number) => string;
}

/** One bordered strip whose figures are also filter buttons. */
export function StatRow({ label, stats, pressed, onPress, format = String }: StatRowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring form semantics to filter buttons
    <div className={classes.row} role="group" aria-label={label}>
      {stats.map((stat) => (
        <UnstyledButton
          key={stat.id}
          className={classes.stat}
          aria-pressed={pressed === stat.id}
          data-print="keep"
          onClick={() => onPress(stat.id)}
        >
          <span className={classes.text}>
            <span className={classes.word}>
              <StatusGlyph tone={stat.tone} />
              {stat.label}
            </span>
            <span className={classes.figures}>
              {stat.value === undefined ? (
                <Skeleton component="span" display="block" width={28} height={22} my={4} />
              ) : (
                <span className={classes.value}>{format(stat.value)}</span>
              )}
              {stat.fact ? <span className={classes.fact}>{stat.fact}</span> : null}
            </span>
          </span>
          {stat.spark ? (
            <span className={classes.spark}>
              <Sparkline points={stat.spark} tone={stat.tone} />
            </span>
          ) : null}
        </UnstyledButton>
      ))}
    </div>
  );
}
