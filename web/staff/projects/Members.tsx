import { Plural, Trans } from '@lingui/react/macro';
import type { UserId } from '#contracts/ids.ts';
import { Person } from '#ui/Person.tsx';
import { usePeople } from '../members/usePeople.ts';
import { useHere } from '../session/me.ts';
import classes from './projects.module.css';

const SHOWN = 4;

/** Who works on a project. Whoever may not see the team reads how many, and whether he is one of them. */
export function Members({ ids }: { ids: readonly UserId[] }) {
  const { user } = useHere();
  const { nameOf, allowed } = usePeople();
  if (ids.length === 0) return <span className={classes.dim}>–</span>;
  const mine = ids.includes(user.id);
  if (!allowed) {
    const others = ids.length - Number(mine);
    if (mine && others === 0) return <Trans>You</Trans>;
    return mine ? (
      <Plural value={others} one="You and # other" other="You and # others" />
    ) : (
      <Plural value={others} one="# person" other="# people" />
    );
  }
  const named = ids.flatMap((id) => {
    const name = nameOf(id);
    return name ? [{ id, name }] : [];
  });
  const [only] = named;
  if (only && ids.length === 1) return <Person id={only.id} name={only.name} size={22} label />;
  return (
    <span className={classes.people}>
      {named.slice(0, SHOWN).map(({ id, name }) => (
        <Person key={id} id={id} name={name} size={22} />
      ))}
      {ids.length > SHOWN ? <span className={classes.dim}>+{ids.length - SHOWN}</span> : null}
    </span>
  );
}
