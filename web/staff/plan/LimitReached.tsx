import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ApiError } from '#contracts/client.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import { useFormats } from '#ui/formats.ts';
import { Link } from '#ui/Link.tsx';
import { Strip } from '#ui/Strip.tsx';
import { orOf } from '../access/people.ts';
import { explanationOf } from '../access/queries.ts';
import { useHere } from '../session/me.ts';

/** What a refusal at a limit told: how many there are, and how many there may be. */
export interface Reached {
  used: number;
  max: number;
}

/** The numbers of a refusal at a limit, or null when it was another one. */
export function reachedIn({ code, problem }: ApiError): Reached | null {
  if (code !== 'limit_reached') return null;
  return { used: Number(problem?.used ?? 0), max: Number(problem?.max ?? 0) };
}

/** The plan allows no more: where it can be changed, or whom to ask. */
export function LimitReached({ used, max }: Reached) {
  const { i18n } = useLingui();
  const { allows } = useHere();
  const [some, all] = [i18n.number(used), i18n.number(max)];
  const mayOpen = allows(pageCatalogue.plan);
  return (
    <Strip
      tone="warn"
      action={
        mayOpen ? (
          <Link className="fy-link" href="/settings/plan" target="_blank">
            <Trans>Open the plan</Trans>
          </Link>
        ) : null
      }
    >
      <Trans>
        The plan allows {all} active or pending clients, and there are {some}. Nothing is lost: what you
        entered stays here.
      </Trans>{' '}
      {mayOpen ? null : <WhomToAsk />}
    </Strip>
  );
}

function WhomToAsk() {
  const { locale } = useFormats();
  const { workspaceId } = useHere();
  const { data } = useQuery(explanationOf(workspaceId, { action: 'plan.manage' }));
  const names = orOf(
    (data?.fixers ?? []).map(({ name }) => name),
    locale,
  );
  if (names === '') return <Trans>Ask an owner of the workspace.</Trans>;
  return <Trans>Ask {names}.</Trans>;
}
