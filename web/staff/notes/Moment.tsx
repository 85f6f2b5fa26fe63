import { useFormats } from '#ui/formats.ts';

/** Day and time of something that was at a certain time. */
export function Moment({ at }: { at: string }) {
  const { locale, timeZone } = useFormats();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}
