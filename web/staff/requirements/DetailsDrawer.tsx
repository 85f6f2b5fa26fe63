import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { Evidence, Requirement } from '#contracts/schemas/requirement.ts';
import { type Fact, Facts } from '#ui/Facts.tsx';
import { Link } from '#ui/Link.tsx';
import { Person } from '#ui/Person.tsx';
import { RelTime } from '#ui/RelTime.tsx';
import { SideDrawer } from '#ui/SideDrawer.tsx';
import { Status } from '#ui/Status.tsx';
import { useDayText } from '../rates/days.ts';
import { useHere } from '../session/me.ts';
import { useBlockingWords } from '../standards/words.ts';
import { DeadlineCell, ReminderCell, StateCell } from './cells.tsx';
import type { Opened } from './RequirementMenu.tsx';
import classes from './requirements.module.css';
import { isSnoozed, useComplianceWords } from './words.ts';

interface DetailsDrawerProps {
  requirement: Requirement;
  onOpen: (opened: Opened) => void;
  onClose: () => void;
}

/** All that is known of a requirement: also who waived it until when, and what became of each evidence. */
export function DetailsDrawer({ requirement, onOpen, onClose }: DetailsDrawerProps) {
  const { t } = useLingui();
  const { words } = useBlockingWords();
  const { ownerId, ownerName, blocking, fourEyes, note, evidence, statusReason } = requirement;
  const facts: Fact[] = [
    { id: 'state', label: t`Status`, value: <StateCell requirement={requirement} /> },
    ...(statusReason ? [{ id: 'reason', label: t`Reason`, value: statusReason }] : []),
    { id: 'deadline', label: t`Deadline`, value: <DeadlineCell requirement={requirement} /> },
    { id: 'owner', label: t`Responsible`, value: <Person id={ownerId} name={ownerName} size={20} label /> },
    { id: 'reminder', label: t`Next reminder`, value: <ReminderCell requirement={requirement} /> },
    { id: 'blocking', label: t`While not met`, value: words[blocking] },
    ...(fourEyes
      ? [{ id: 'eyes', label: t`Evidence`, value: t`Accepted by another than who added it` }]
      : []),
    ...(note ? [{ id: 'note', label: t`Note`, value: <span className={classes.lines}>{note}</span> }] : []),
  ];
  return (
    <SideDrawer opened onClose={onClose} title={requirement.standardName}>
      <div className={classes.details}>
        <Facts items={facts} columns={1} />
        <Snoozed requirement={requirement} />
        <Waived requirement={requirement} />
        <section aria-label={t`Evidence`}>
          <h3 className={classes.part}>
            <Trans>Evidence</Trans>
          </h3>
          {evidence.length === 0 ? (
            <p className={classes.hint}>
              <Trans>No evidence yet.</Trans>
            </p>
          ) : (
            <ul className={classes.proofs}>
              {evidence.map((one) => (
                <Proof key={one.id} evidence={one} requirement={requirement} onOpen={onOpen} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </SideDrawer>
  );
}

function Snoozed({ requirement }: { requirement: Requirement }) {
  const dayText = useDayText();
  const { snooze } = requirement;
  if (!snooze || !isSnoozed(requirement)) return null;
  const day = dayText(snooze.until);
  return (
    <section>
      <h3 className={classes.part}>
        <Trans>Reminders</Trans>
      </h3>
      <p className={classes.lines}>
        <Trans>No reminders before {day}; then they go out again by themselves.</Trans> {snooze.reason}
      </p>
    </section>
  );
}

/** A waiver with its approver and its end; one that is over says so. */
function Waived({ requirement: { waiver, state } }: { requirement: Requirement }) {
  const dayText = useDayText();
  if (!waiver) return null;
  const [until, who] = [dayText(waiver.until), waiver.approver.label];
  return (
    <section>
      <h3 className={classes.part}>
        <Trans>Waiver</Trans>
      </h3>
      <p>
        {state === 'waived' ? (
          <Trans>
            Approved by {who}, ends by itself after {until}.
          </Trans>
        ) : (
          <Trans>
            Approved by {who}, ended after {until}. The standard counts again.
          </Trans>
        )}{' '}
        <span className={classes.dim}>
          <RelTime at={waiver.grantedAt} />
        </span>
      </p>
      <p className={classes.lines}>{waiver.reason}</p>
    </section>
  );
}

interface ProofProps {
  evidence: Evidence;
  requirement: Requirement;
  onOpen: (opened: Opened) => void;
}

function Proof({ evidence, requirement, onOpen }: ProofProps) {
  const { t } = useLingui();
  const { can } = useHere();
  const { reviewOf } = useComplianceWords();
  const dayText = useDayText();
  const { id, label, url, kind, review, reason, addedBy, addedAt, reviewedBy, reviewedAt } = evidence;
  const { label: verdict, tone } = reviewOf(review);
  const [issued, until] = [dayText(evidence.issuedOn), evidence.expiresOn && dayText(evidence.expiresOn)];
  const mayJudge = can('compliance.manage') && requirement.status !== 'not_applicable';
  return (
    <li className={classes.proof}>
      <span className={classes.evidence}>
        <Link className="fy-link" href={url} target="_blank">
          {label}
        </Link>
        <Status tone={tone}>{verdict}</Status>
      </span>
      <span className={classes.dim}>
        {kind ? `${kind} · ` : null}
        {until ? (
          <Trans>
            Issued {issued}, valid until {until}
          </Trans>
        ) : (
          <Trans>Issued {issued}, without an end</Trans>
        )}
      </span>
      <span className={classes.dim}>
        <Trans>Added by {addedBy.label}</Trans> · <RelTime at={addedAt} />
      </span>
      {reviewedBy && reviewedAt ? (
        <span className={classes.dim}>
          <Trans>Reviewed by {reviewedBy.label}</Trans> · <RelTime at={reviewedAt} />
        </span>
      ) : null}
      {reason ? <span className={classes.lines}>{reason}</span> : null}
      {mayJudge ? (
        <Group gap={8} className={classes.judge}>
          <Button
            size="xs"
            variant="default"
            aria-label={review === 'pending' ? t`Review ${label}` : t`Review ${label} again`}
            onClick={() => onOpen({ kind: 'review', evidenceId: id })}
          >
            {review === 'pending' ? <Trans>Review</Trans> : <Trans>Review again</Trans>}
          </Button>
          {review === 'withdrawn' ? null : (
            <Button
              size="xs"
              variant="subtle"
              aria-label={t`Correct ${label}`}
              onClick={() => onOpen({ kind: 'evidence', corrects: id })}
            >
              <Trans>Correct</Trans>
            </Button>
          )}
        </Group>
      ) : null}
    </li>
  );
}
