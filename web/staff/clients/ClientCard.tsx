import type { ClientRow } from '#contracts/schemas/client.ts';
import { CardRow } from '#ui/CardRow.tsx';
import { Mark } from '#ui/Mark.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { Status } from '#ui/Status.tsx';
import { useStatusWord } from './status.ts';

/** A client as one list row on a phone. */
export function ClientCard({ row }: { row: ClientRow }) {
  const { tone, label } = useStatusWord()(row.status);
  return (
    <CardRow
      href={`/clients/${row.id}`}
      lead={<Mark id={row.id} name={row.name} size={36} />}
      title={row.name}
      detail={
        <>
          <Status tone={tone}>{label}</Status>
          {row.primaryContactName ? ` · ${row.primaryContactName}` : null}
        </>
      }
      end={<RelTime at={row.lastActivityAt} />}
      endDetail={row.code}
    />
  );
}
