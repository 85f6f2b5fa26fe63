import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Stack, Textarea } from '@mantine/core';
import type { EvidenceId } from '#contracts/ids.ts';
import { DrawerForm } from '#ui/DrawerForm.tsx';
import { Link } from '#ui/Link.tsx';
import { toast } from '#ui/toast.tsx';
import { useDayText } from '../rates/days.ts';
import { api } from '../session/api.ts';
import { useHere } from '../session/me.ts';
import type { RequirementDrawerProps } from './EditDrawer.tsx';
import classes from './requirements.module.css';
import { orNull, useRequirementForm } from './useRequirementForm.ts';

/** Accepts a piece of evidence, or rejects or withdraws it with a reason; also what was judged before. */
export function ReviewDrawer({
  requirement,
  evidenceId,
  onClose,
}: RequirementDrawerProps & { evidenceId: EvidenceId }) {
  const { t } = useLingui();
  const dayText = useDayText();
  const { user } = useHere();
  const evidence = requirement.evidence.find(({ id }) => id === evidenceId);
  const isOwn = requirement.fourEyes && evidence?.addedBy.id === user.id;
  const labels: Record<string, string> = { decision: t`Decision`, reason: t`Reason` };
  const { form, guard } = useRequirementForm({
    requirement,
    labels,
    initial: { decision: isOwn || evidence?.review === 'accepted' ? 'rejected' : 'accepted', reason: '' },
    check: ({ decision, reason }) => ({
      reason: decision !== 'accepted' && !reason.trim() ? t`Say what is wrong with it` : null,
    }),
    send: ({ decision, reason }, { params, ...call }) =>
      api.requirements.reviewEvidence({
        ...call,
        params: { ...params, evidenceId },
        body: { decision: decision as 'accepted' | 'rejected' | 'withdrawn', reason: orNull(reason) },
      }),
    onSaved: (saved) => toast.ok(<Trans>Evidence of {saved.standardName} was reviewed</Trans>),
  });
  if (!evidence) return null;
  const { label, url, kind, issuedOn, expiresOn, addedBy } = evidence;
  const [issued, until] = [dayText(issuedOn), expiresOn && dayText(expiresOn)];
  return (
    <DrawerForm
      opened
      onClose={onClose}
      guard={guard}
      title={t`Review ${label}`}
      problems={form.problems}
      attempt={form.attempt}
      onSubmit={() => void form.submit(onClose)}
      submitLabel={t`Save decision`}
      submitting={form.busy}
    >
      <p className={classes.hint}>
        <Link className="fy-link" href={url} target="_blank">
          {label}
        </Link>
        {kind ? ` · ${kind}` : null}
        <br />
        {until ? (
          <Trans>
            Issued {issued}, valid until {until}, added by {addedBy.label}.
          </Trans>
        ) : (
          <Trans>
            Issued {issued}, without an end, added by {addedBy.label}.
          </Trans>
        )}
      </p>
      <Radio.Group label={labels.decision} {...form.field('decision')}>
        <Stack gap={8} mt={4}>
          <Radio
            value="accepted"
            label={t`Accept`}
            disabled={isOwn}
            description={
              isOwn
                ? t`You added it, and this standard takes four eyes: somebody else has to accept it.`
                : t`The standard is met for as long as this is valid.`
            }
          />
          <Radio value="rejected" label={t`Reject`} description={t`It needs other evidence.`} />
          <Radio
            value="withdrawn"
            label={t`Withdraw`}
            description={t`It should not be here. It stays in the history and proves nothing any more.`}
          />
        </Stack>
      </Radio.Group>
      <Textarea
        label={labels.reason}
        required={form.form.values.decision !== 'accepted'}
        autosize
        minRows={2}
        maxLength={500}
        {...form.field('reason')}
      />
    </DrawerForm>
  );
}
