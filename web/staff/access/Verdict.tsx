import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GateName } from '#contracts/access.ts';
import { pageCatalogue } from '#contracts/pages.ts';
import type { Explanation } from '#contracts/schemas/access.ts';
import { useFormats } from '#ui/formats.ts';
import { StatusPill } from '#ui/StatusPill.tsx';
import { useHere } from '../session/me.ts';
import { LinkButton } from '../shell/LinkButton.tsx';
import classes from './access.module.css';
import { useActionWord } from './actions.ts';
import { mailTo, orOf } from './people.ts';
import { useReasons } from './useReasons.ts';

type Verdict = Explanation['gates'][number];

const icons = { open: IconCheck, shut: IconX, not_needed: IconMinus };

interface AnswerProps {
  explanation: Explanation;
  /** The client that it is about. */
  clientName: string | undefined;
}

/** A sentence, and the gates in the order they are asked; the first shut one is boxed with its way out. */
export function Answer({ explanation, clientName }: AnswerProps) {
  const { t } = useLingui();
  const reasons = useReasons();
  const spoken = { open: t`Passed`, shut: t`Stopped`, not_needed: t`Not applicable` };
  return (
    <section className={classes.answer} aria-live="polite">
      <Sentence explanation={explanation} clientName={clientName} />
      <ol className={classes.gates}>
        {explanation.gates.map((gate) => {
          const Icon = icons[gate.verdict];
          const isStop = gate.gate === explanation.stop;
          const label = reasons.label(gate.gate);
          return (
            <li key={gate.gate} className={classes.gate} data-state={gate.verdict}>
              <span className={classes.sign}>
                <Icon size={14} stroke={2.2} role="img" aria-label={spoken[gate.verdict]} />
              </span>
              <div className={isStop ? classes.stop : undefined}>
                <h3>{isStop ? <Trans>{label} stops here</Trans> : label}</h3>
                <p>{reasons.text(explanation, gate)}</p>
                {isStop ? <WayOut explanation={explanation} stop={gate} /> : null}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Sentence({ explanation, clientName }: AnswerProps) {
  const { user } = useHere();
  const word = useActionWord();
  const { allowed, subject, action } = explanation;
  const label = word(action);
  const what = label.charAt(0).toLocaleLowerCase() + label.slice(1);
  const who = subject.name ?? '–';
  const isMe = subject.userId === user.id;
  return (
    <h2 className={classes.verdict}>
      <StatusPill tone={allowed ? 'ok' : 'bad'}>
        {allowed ? <Trans>Yes</Trans> : <Trans>No</Trans>}
      </StatusPill>
      <span>
        {isMe ? (
          allowed ? (
            <Trans>You can {what}.</Trans>
          ) : (
            <Trans>You can’t {what}.</Trans>
          )
        ) : allowed ? (
          <Trans>
            {who} can {what}.
          </Trans>
        ) : (
          <Trans>
            {who} can’t {what}.
          </Trans>
        )}{' '}
        {clientName ? <Trans>Asked for {clientName}.</Trans> : null}
      </span>
    </h2>
  );
}

/** Who can change it, and where the reader can do so himself. */
function WayOut({ explanation, stop }: { explanation: Explanation; stop: Verdict }) {
  const { t } = useLingui();
  const { locale } = useFormats();
  const { workspace, user } = useHere();
  const reasons = useReasons();
  const names = orOf(
    explanation.fixers.map(({ name }) => name),
    locale,
  );
  const helper = explanation.fixers.find(({ userId }) => userId !== user.id);
  const page = usePageOf(stop.gate, explanation.record);
  const helperName = helper?.name.split(' ')[0];
  return (
    <>
      <p>{reasons.remedy(stop.gate)}</p>
      {names ? (
        <p>
          <Trans>{names} can change this.</Trans>
        </p>
      ) : null}
      <div className={classes.actions}>
        {page}
        {helper && !page ? (
          <LinkButton
            size="xs"
            href={mailTo(helper, t`Access in ${workspace.name}`, `${window.location.href}`)}
          >
            <Trans>Ask {helperName}</Trans>
          </LinkButton>
        ) : null}
      </div>
    </>
  );
}

/** Where a gate is opened, for whoever may go there. */
function usePageOf(gate: GateName, record: Explanation['record']): ReactNode {
  const { allows, can } = useHere();
  const link = (href: string, label: ReactNode) => (
    <LinkButton size="xs" href={href}>
      {label}
    </LinkButton>
  );
  switch (gate) {
    case 'membership':
      return allows(pageCatalogue.team) ? link('/settings/team', <Trans>Open the team</Trans>) : null;
    case 'module':
    case 'plan':
      return allows(pageCatalogue.plan) ? link('/settings/plan', <Trans>Open plan and modules</Trans>) : null;
    case 'role':
      return allows(pageCatalogue.roles) ? link('/settings/roles', <Trans>Open the roles</Trans>) : null;
    case 'scope':
      return record && can('clients.view_all')
        ? link(`/clients/${record}`, <Trans>Open the client</Trans>)
        : null;
    case 'status':
      return allows(pageCatalogue.trash) ? link('/trash', <Trans>Open the trash</Trans>) : null;
  }
}
