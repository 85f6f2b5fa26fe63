import { Trans } from '@lingui/react/macro';
import { useFormats } from '#ui/formats.ts';
import classes from './projects.module.css';

/** From one calendar day to another, either of which may be open. */
export function Days({ from, to }: { from: string | null; to: string | null }) {
  const { locale } = useFormats();
  // Noon in UTC: a calendar day has no zone, and must not move into its neighbour.
  const show = (day: string) => {
    const text = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return (
      <time className={classes.days} dateTime={day}>
        {text.format(new Date(`${day}T12:00:00Z`))}
      </time>
    );
  };
  if (!from && !to) return <span className={classes.dim}>–</span>;
  if (!to) return <Trans>From {show(from ?? '')}</Trans>;
  if (!from) return <Trans>Until {show(to)}</Trans>;
  return (
    <>
      {show(from)} – {show(to)}
    </>
  );
}
