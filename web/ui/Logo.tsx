import classes from './Logo.module.css';

/** Foyer's own sign, an arched door. Staff app only: the portal carries the workspace's brand. */
export function Logo({ size = 24, withName = false }: { size?: number; withName?: boolean }) {
  return (
    <span className={classes.logo}>
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        role={withName ? undefined : 'img'}
        aria-label={withName ? undefined : 'Foyer'}
        aria-hidden={withName || undefined}
      >
        <rect width="24" height="24" rx="6" className={classes.tile} />
        <path d="M7.5 18.2v-7.4a4.5 4.5 0 0 1 9 0v7.4" className={classes.arch} />
        <circle cx="12" cy="14.6" r="1.35" fill="#fff" />
      </svg>
      {withName ? <span className={classes.name}>Foyer</span> : null}
    </span>
  );
}
