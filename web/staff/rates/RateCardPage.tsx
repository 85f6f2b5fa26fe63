import { Trans, useLingui } from '@lingui/react/macro';
import { createLazyRoute } from '@tanstack/react-router';
import { PageHead } from '#ui/PageHead.tsx';
import { OvertimePolicy } from './OvertimePolicy.tsx';
import { RateMenu } from './RateMenu.tsx';
import { RatesEditor } from './RatesEditor.tsx';
import { RatesReader } from './RatesReader.tsx';
import classes from './rates.module.css';

export const route = createLazyRoute('/app/settings/rate-card')({ component: RateCardPage });

/** The rates that hold where a client has none of its own, and what overtime costs where a rate does not say. */
function RateCardPage() {
  const { t } = useLingui();
  return (
    <div className={classes.page} data-print="flow">
      <PageHead
        title={t`Rate card`}
        description={<Trans>What holds where a client has no rate of its own in the same currency.</Trans>}
      />
      <RatesReader home="card" title={t`The rate card could not be read`}>
        {(rates, again) => (
          <>
            <OvertimePolicy />
            <RatesEditor
              home="card"
              title={t`Rate card`}
              fileName="rate card"
              rates={rates}
              onSaved={again}
              empty={<Trans>Clients have no rate then but those agreed with them.</Trans>}
              menu={(isClean) => <RateMenu home="card" rates={rates} isClean={isClean} onWritten={again} />}
            />
          </>
        )}
      </RatesReader>
    </div>
  );
}
