import { IconBan, IconCircleCheckFilled, IconMail, IconMinus } from '@tabler/icons-react';
import { CardRow } from '../CardRow.tsx';
import { Link } from '../Link.tsx';
import { Mark } from '../Mark.tsx';
import { Person } from '../Person.tsx';
import { RelTime } from '../RelTime.tsx';
import { Ring } from '../Ring.tsx';
import { Status } from '../Status.tsx';
import type { Tone } from '../StatusGlyph.tsx';
import type { DataColumn } from '../tableTypes.ts';

export interface SampleClient {
  id: string;
  name: string;
  code: string;
  status: 'Active' | 'Pending' | 'Inactive';
  owner: string;
  contact: string;
  portal: 'Active' | 'Invited' | 'Off' | 'Not invited';
  compliance: number | null;
  open: number;
  late: number;
  at: string;
}

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const tones: Record<SampleClient['status'], Tone> = { Active: 'ok', Pending: 'warn', Inactive: 'idle' };

type Raw = [string, string, SampleClient['status'], string, string, SampleClient['portal'], number | null];
const raw: [...Raw, open: number, late: number, minutes: number][] = [
  ['Acme Robotics', 'ACM', 'Active', 'Mara', 'Ana Ruiz', 'Active', 83, 4, 1, 12],
  ['Blue Harbor Foods', 'BHF', 'Active', 'Jonas', 'Dana Whitfield', 'Active', 100, 2, 0, 60],
  ['Cedar & Pine Architects', 'CPA', 'Active', 'Priya', 'Louis Marchetti', 'Active', 92, 0, 0, 180],
  ['Delmare Shipping', 'DLM', 'Pending', 'Mara', 'Sofia Andrade', 'Invited', 25, 1, 0, 300],
  ['Evergreen Health', 'EVG', 'Active', 'Tom', 'Dr. Hannah Cole', 'Active', 58, 6, 2, 1500],
  ['Fjord Outdoor', 'FJO', 'Active', 'Priya', 'Nils Aune', 'Active', 100, 1, 0, 1600],
  ['Halcyon Hotels', 'HAL', 'Active', 'Jonas', 'Renée Baptiste', 'Off', 75, 0, 0, 3000],
  ['Kestrel Energy', 'KES', 'Pending', 'Elif', 'Martin Hale', 'Not invited', 0, 0, 0, 3100],
  ['Lumen Optics', 'LUM', 'Active', 'Mara', 'Yuki Tanaka', 'Active', 96, 3, 0, 4400],
  ['Maison Verlaine', 'MVL', 'Inactive', 'Tom', 'Claire Verlaine', 'Off', null, 0, 0, 99000],
  ['Orchard Bank', 'ORC', 'Active', 'Elif', 'Samuel Osei', 'Active', 88, 2, 0, 5900],
  ['Tidewater Logistics', 'TDW', 'Pending', 'Jonas', 'Grace Muller', 'Invited', 40, 0, 0, 8800],
];

export const clients: SampleClient[] = raw.map(
  ([name, code, status, owner, contact, portal, compliance, open, late, minutes]) => {
    return { id: code, name, code, status, owner, contact, portal, compliance, open, late, at: ago(minutes) };
  },
);

export const minutesAgo = ago;

const portalIcons = {
  Active: <IconCircleCheckFilled size={14} />,
  Invited: <IconMail size={15} stroke={1.7} />,
  Off: <IconBan size={14} stroke={1.7} />,
  'Not invited': <IconMinus size={14} stroke={1.7} />,
};
const portalTones: Record<SampleClient['portal'], Tone> = {
  Active: 'ok',
  Invited: 'info',
  Off: 'idle',
  'Not invited': 'idle',
};

export function PortalState({ state }: { state: SampleClient['portal'] }) {
  return (
    <Status tone={portalTones[state]} icon={portalIcons[state]} dimmed={state !== 'Active'}>
      {state}
    </Status>
  );
}

export const columns: DataColumn<SampleClient>[] = [
  {
    id: 'name',
    header: 'Client',
    width: 230,
    fixed: true,
    sortable: true,
    cell: (row) => (
      <span className="kit-name">
        <Mark id={row.id} name={row.name} />
        <Link href={`/clients/${row.id}`}>{row.name}</Link>
      </span>
    ),
  },
  { id: 'code', header: 'Code', width: 62, dim: true, cell: (row) => row.code },
  {
    id: 'status',
    header: 'Status',
    width: 98,
    cell: (row) => <Status tone={tones[row.status]}>{row.status}</Status>,
  },
  {
    id: 'owner',
    header: 'Owner',
    width: 100,
    cell: (row) => <Person id={row.owner} name={row.owner} label />,
  },
  { id: 'contact', header: 'Primary contact', width: 150, cell: (row) => row.contact },
  { id: 'portal', header: 'Portal', width: 114, cell: (row) => <PortalState state={row.portal} /> },
  { id: 'compliance', header: 'Compliance', width: 110, cell: (row) => <Ring percent={row.compliance} /> },
  {
    id: 'open',
    header: 'Open requests',
    width: 120,
    align: 'end',
    sortable: true,
    descFirst: true,
    cell: (row) => (
      <>
        {row.late > 0 ? <span className="kit-late">{row.late} late</span> : null}
        <span className={row.open === 0 ? 'kit-zero' : undefined}>{row.open}</span>
      </>
    ),
  },
  {
    id: 'activity',
    header: 'Last activity',
    width: 108,
    dim: true,
    sortable: true,
    descFirst: true,
    cell: (row) => <RelTime at={row.at} />,
  },
];

export function ClientCard({ row }: { row: SampleClient }) {
  return (
    <CardRow
      href={`/clients/${row.id}`}
      lead={<Mark id={row.id} name={row.name} size={36} />}
      title={row.name}
      detail={
        <>
          <Status tone={tones[row.status]}>{row.status}</Status> · {row.contact}
        </>
      }
      end={<RelTime at={row.at} />}
      endDetail={
        row.late > 0 ? (
          <span className="kit-late" style={{ margin: 0 }}>
            {row.late} late of {row.open}
          </span>
        ) : row.open > 0 ? (
          `${row.open} open`
        ) : null
      }
    />
  );
}
