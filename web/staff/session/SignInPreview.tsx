import { useLingui } from '@lingui/react/macro';
import { Mark } from '#ui/Mark.tsx';
import { Person } from '#ui/Person.tsx';
import { StatRow } from '#ui/StatRow.tsx';
import { Status } from '#ui/Status.tsx';
import { useStatusWord } from '../clients/status.ts';
import classes from './door.module.css';

type Sample = [client: string, status: 'active' | 'pending' | 'inactive', owner: string];
const sample: Sample[] = [
  ['Acme Robotics', 'active', 'Mara'],
  ['Blue Harbor Foods', 'active', 'Jonas'],
  ['Cedar & Pine Architects', 'active', 'Priya'],
  ['Delmare Shipping', 'pending', 'Mara'],
  ['Evergreen Health', 'active', 'Tom'],
  ['Fjord Outdoor', 'active', 'Priya'],
  ['Halcyon Hotels', 'active', 'Jonas'],
  ['Kestrel Energy', 'pending', 'Elif'],
  ['Lumen Optics', 'active', 'Mara'],
  ['Maison Verlaine', 'inactive', 'Tom'],
  ['Orchard Bank', 'active', 'Elif'],
  ['Tidewater Logistics', 'pending', 'Jonas'],
];
const sparks = {
  active: [1, 1, 2, 2, 3, 3, 4, 5],
  pending: [1, 2, 1, 2, 4, 3, 2, 3],
  inactive: [1, 1],
};

/** A look into the app beside the form. Invented, and out of reach of keyboard and screen reader. */
export function SignInPreview() {
  const { t } = useLingui();
  const status = useStatusWord();
  const count = (wanted: Sample[1]) => sample.filter(([, is]) => is === wanted).length;
  return (
    <div className={classes.preview} aria-hidden="true" inert>
      <div className={classes.previewPanel}>
        <p className={classes.previewTitle}>
          {t`Clients`} <span>{sample.length}</span>
        </p>
        <div className={classes.previewStats}>
          <StatRow
            label=""
            onPress={() => {}}
            stats={(['active', 'pending', 'inactive'] as const).map((id) => ({
              id,
              ...status(id),
              value: count(id),
              spark: sparks[id],
            }))}
          />
        </div>
        {sample.map(([name, is, owner]) => (
          <div key={name} className={classes.previewRow}>
            <Mark id={name} name={name} />
            <b>{name}</b>
            <Status tone={status(is).tone}>{status(is).label}</Status>
            <Person id={owner} name={owner} label />
          </div>
        ))}
      </div>
    </div>
  );
}
