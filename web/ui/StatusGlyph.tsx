import classes from './Status.module.css';

export type Tone = 'ok' | 'warn' | 'idle' | 'bad' | 'info';

/** Shape differs per tone, so colour never carries the meaning alone. */
export function StatusGlyph({ tone, size = 10 }: { tone: Tone; size?: number }) {
  return (
    <svg
      className={classes.glyph}
      data-tone={tone}
      viewBox="0 0 10 10"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {shapes[tone]}
    </svg>
  );
}

const shapes = {
  ok: <circle cx="5" cy="5" r="4.6" />,
  warn: (
    <>
      <circle cx="5" cy="5" r="4.3" className={classes.stroke} strokeWidth="1.2" />
      <path d="M5 .4a4.6 4.6 0 0 1 0 9.2Z" />
    </>
  ),
  idle: <circle cx="5" cy="5" r="3.9" className={classes.stroke} strokeWidth="1.7" />,
  bad: <rect x="1.6" y="1.6" width="6.8" height="6.8" rx="1" transform="rotate(45 5 5)" />,
  info: (
    <>
      <circle cx="5" cy="5" r="4.2" className={classes.stroke} strokeWidth="1.3" />
      <circle cx="5" cy="5" r="2.1" />
    </>
  ),
} satisfies Record<Tone, React.ReactNode>;
