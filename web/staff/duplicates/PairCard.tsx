import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DuplicatePair, PairedClient } from '#contracts/schemas/duplicate.ts';
import { Link } from '#ui/Link.tsx';
import { Mark } from '#ui/Mark.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { Status } from '#ui/Status.tsx';
import { useStatusWord } from '../clients/status.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import classes from './pairs.module.css';
import { useLikelihood, useSharedWords } from './words.ts';

interface PairCardProps {
  pair: DuplicatePair;
  onDecide: (dismissed: boolean) => void;
}

/** Two clients side by side: why they may be one, what tells them apart, and what can be done. */
export function PairCard({ pair, onDecide }: PairCardProps) {
  const { t } = useLingui();
  const shared = useSharedWords();
  const likelihood = useLikelihood();
  const [one, other] = pair.clients;
  const { tone, label } = likelihood(pair.likelihood);
  return (
    <li>
      <article className={classes.pair} aria-label={t`${one.name} and ${other.name}`}>
        <p className={classes.why}>
          <Status tone={tone}>
            <b>{label}</b>
          </Status>
          <span className={classes.signs}>{shared(pair.shared)}</span>
        </p>
        <Facts one={one} other={other} />
        <div className={classes.foot}>
          {pair.dismissed ? (
            <span className={classes.said}>
              <Trans>
                Not duplicates, said {pair.dismissed.byName} <RelTime at={pair.dismissed.at} />
              </Trans>
            </span>
          ) : (
            <LinkButton href={`/clients/merge?keep=${one.id}&lose=${other.id}`} variant="default" size="xs">
              <Trans>Compare and merge</Trans>
            </LinkButton>
          )}
          <Button variant="subtle" color="gray" size="xs" onClick={() => onDecide(!pair.dismissed)}>
            {pair.dismissed ? <Trans>Decide again</Trans> : <Trans>Not duplicates</Trans>}
          </Button>
        </div>
      </article>
    </li>
  );
}

/** What the two say of themselves; where they say the same, it is not what tells them apart. */
function Facts({ one, other }: Record<'one' | 'other', PairedClient>) {
  const { t } = useLingui();
  const word = useStatusWord();
  const rows: { label: string; of: (client: PairedClient) => string | null; show?: Show }[] = [
    { label: t`Code`, of: ({ code }) => code },
    { label: t`Status`, of: ({ status }) => word(status).label, show: (client) => statusOf(client, word) },
    { label: t`Legal name`, of: ({ legalName }) => legalName },
    { label: t`Website`, of: ({ website }) => website && bareAddress(website) },
    { label: t`City`, of: ({ city }) => city },
    { label: t`Primary contact`, of: ({ primaryContactName }) => primaryContactName },
    { label: t`Owner`, of: ({ ownerName }) => ownerName },
    { label: t`Created`, of: ({ createdAt }) => createdAt, show: (c) => <RelTime at={c.createdAt} /> },
    {
      label: t`Last activity`,
      of: ({ lastActivityAt }) => lastActivityAt,
      show: (client) => <RelTime at={client.lastActivityAt} />,
    },
  ];
  const told = rows.filter(({ of }) => of(one) !== null || of(other) !== null);
  return (
    <table className={classes.facts}>
      <thead>
        <tr>
          <td />
          <Name client={one} />
          <Name client={other} />
        </tr>
      </thead>
      <tbody>
        {told.map(({ label, of, show = of }) => (
          <tr key={label} data-same={of(one) === of(other) || undefined}>
            <th scope="row">{label}</th>
            <td>{of(one) === null ? '–' : show(one)}</td>
            <td>{of(other) === null ? '–' : show(other)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Show = (client: PairedClient) => ReactNode;

const statusOf = ({ status }: PairedClient, word: ReturnType<typeof useStatusWord>) => (
  <Status tone={word(status).tone}>{word(status).label}</Status>
);

const bareAddress = (website: string) => website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

function Name({ client: { id, name } }: { client: PairedClient }) {
  return (
    <th scope="col">
      <span className={classes.name}>
        <Mark id={id} name={name} size={20} />
        <Link className="fy-link" href={`/clients/${id}`}>
          {name}
        </Link>
      </span>
    </th>
  );
}
