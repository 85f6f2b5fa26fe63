import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientId } from '#contracts/ids.ts';
import { own } from '#contracts/own.ts';
import type { CustomField, CustomValue } from '#contracts/schemas/custom-field.ts';
import { Card } from '#ui/Card.tsx';
import { Facts } from '#ui/Facts.tsx';
import { useFormats } from '#ui/formats.ts';
import { Link } from '#ui/Link.tsx';
import { onDemand } from '#ui/onDemand.tsx';
import { Person } from '#ui/Person.tsx';
import { Strip } from '#ui/Strip.tsx';
import { valueText } from '#ui/valueText.ts';
import { useHere } from '../session/me.ts';
import classes from './custom-fields.module.css';
import { customFieldsOf, customValuesOf } from './queries.ts';

const ValuesDrawer = onDemand(async () => (await import('./ValuesDrawer.tsx')).ValuesDrawer);

/** What the workspace itself wants to know of a client; nothing where it has no fields of its own. */
export function OwnFieldsCard({ clientId }: { clientId: ClientId }) {
  const { t } = useLingui();
  const { workspaceId, can } = useHere();
  const fields = useQuery(customFieldsOf(workspaceId)).data?.fields.filter(({ archived }) => !archived) ?? [];
  const { data } = useQuery({
    ...customValuesOf(workspaceId, clientId),
    enabled: fields.length > 0,
  });
  const [open, setOpen] = useState(false);
  if (fields.length === 0 || !data) return null;
  const missing = fields.filter(({ key }) => data.missing.includes(key));
  return (
    <Card
      title={t`More about this client`}
      action={
        can('clients.update') ? (
          <ActionIcon aria-label={t`Edit more about this client`} onClick={() => setOpen(true)}>
            <IconPencil size={16} stroke={1.7} />
          </ActionIcon>
        ) : null
      }
    >
      {missing.length > 0 ? (
        <div className={classes.missing}>
          <Strip tone="warn">
            <Trans>
              Still missing: <b>{missing.map(({ label }) => label).join(', ')}</b>
            </Trans>
          </Strip>
        </div>
      ) : null}
      <Facts
        items={fields.map((field) => ({
          id: field.key,
          label: field.label,
          value: <Shown field={field} value={own(data.values, field.key)} />,
        }))}
      />
      {open ? (
        <ValuesDrawer clientId={clientId} fields={fields} values={data} onClose={() => setOpen(false)} />
      ) : null}
    </Card>
  );
}

function Shown({ field, value }: { field: CustomField; value: CustomValue | undefined }) {
  const { locale } = useFormats();
  if (value === undefined) return '–';
  const labelOf = (key: string) => field.options.find((option) => option.key === key)?.label ?? key;
  switch (field.type) {
    case 'select':
      return labelOf(String(value));
    case 'multi':
      return (value as string[]).map(labelOf).join(', ');
    case 'bool':
      return value ? <Trans>Yes</Trans> : <Trans>No</Trans>;
    case 'number':
      return valueText.number(value as number, locale);
    case 'money':
      return valueText.money(value as { amount: number; currency: string }, locale);
    case 'date':
      return valueText.date(String(value), locale);
    case 'person': {
      const { id, name } = value as { id: string; name: string };
      return <Person id={id} name={name} label />;
    }
    case 'url':
      return (
        <Link className="fy-link" href={String(value)} target="_blank">
          {String(value)
            .replace(/^https?:\/\/(www\.)?/, '')
            .replace(/\/$/, '')}
        </Link>
      );
    default:
      return <span className={classes.text}>{String(value)}</span>;
  }
}
