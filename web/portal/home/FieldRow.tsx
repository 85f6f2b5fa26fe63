import { Trans } from '@lingui/react/macro';
import { IconExternalLink, IconInfoCircle } from '@tabler/icons-react';
import type { PortalField } from '#contracts/schemas/portal.ts';
import { useFormats } from '#ui/formats.ts';
import { valueText } from '#ui/valueText.ts';
import classes from './home.module.css';
import { Row } from './Rows.tsx';

/** What the firm keeps of this company in a field of its own, and shows to it. */
export function FieldRow({ field }: { field: PortalField }) {
  return (
    <Row
      icon={<IconInfoCircle size={20} stroke={1.7} />}
      title={<Shown field={field} />}
      detail={field.label}
    />
  );
}

function Shown({ field: { type, value } }: { field: PortalField }) {
  const { locale } = useFormats();
  switch (type) {
    case 'multi':
      return new Intl.ListFormat(locale, { type: 'unit' }).format(value as string[]);
    case 'bool':
      return value ? <Trans>Yes</Trans> : <Trans>No</Trans>;
    case 'number':
      return valueText.number(value as number, locale);
    case 'money':
      return valueText.money(value as { amount: number; currency: string }, locale);
    case 'date':
      return valueText.date(String(value), locale);
    case 'url':
      return (
        <a className={classes.site} href={String(value)} target="_blank" rel="noreferrer">
          {shortOf(String(value))}
          <IconExternalLink size={15} stroke={1.7} aria-hidden="true" />
        </a>
      );
    case 'text':
      return <span className={classes.fieldText}>{String(value)}</span>;
    case 'select':
    case 'person':
      return String(value);
  }
}

/** An address as people say it. */
export const shortOf = (website: string) => website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
