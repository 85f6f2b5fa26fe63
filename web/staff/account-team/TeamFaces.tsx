import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Client } from '#contracts/schemas/client.ts';
import { Link } from '#ui/Link.tsx';
import { Person } from '#ui/Person.tsx';
import { useHere } from '../session/me.ts';
import classes from './account-team.module.css';
import { teamOf } from './queries.ts';
import { useTeamWords } from './words.ts';

/** As many faces as stand in a line. */
const SHOWN = 7;

/** The faces of a client's owner and account team, in one line. */
export function TeamFaces({ client }: { client: Client }) {
  const { t } = useLingui();
  const { workspaceId } = useHere();
  const words = useTeamWords();
  const { data: team } = useQuery(teamOf(workspaceId, client.id));
  const others = (team ?? []).filter(({ userId }) => userId !== client.ownerId);
  const beyond = others.length - SHOWN;
  return (
    <div className={classes.faces}>
      <Person id={client.ownerId} name={t`${client.ownerName}, owner`} size={22} />
      {others.slice(0, SHOWN).map(({ userId, memberName, role }) => (
        <Person key={userId} id={userId} name={`${memberName}, ${words[role]}`} size={22} />
      ))}
      {beyond > 0 ? <span className={classes.dim}>+{beyond}</span> : null}
      <Link className="fy-link" href={`/clients/${client.id}/companies`}>
        <Trans>Account team</Trans>
      </Link>
    </div>
  );
}
