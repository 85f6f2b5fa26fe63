import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { clientDetail } from '../clients/queries.ts';
import { useHere } from '../session/me.ts';
import { ClientRateMenu } from './ClientRateMenu.tsx';
import { RatesEditor } from './RatesEditor.tsx';
import { RatesReader } from './RatesReader.tsx';

export const route = createLazyRoute('/app/clients/$clientId/rates')({ component: RatesTab });

/** What an hour of each position costs the client; whoever may change it types into the cells. */
function RatesTab() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const { workspaceId } = useHere();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  return (
    <RatesReader home={clientId} title={t`The rates could not be read`}>
      {(rates, again) => (
        <RatesEditor
          home={clientId}
          fileName={client?.code ?? client?.name ?? 'client'}
          rates={rates}
          onSaved={again}
          empty={<Trans>Nobody has agreed on rates with this client yet.</Trans>}
          menu={(isClean) => (
            <ClientRateMenu clientId={clientId} rates={rates} isClean={isClean} onWritten={again} />
          )}
        />
      )}
    </RatesReader>
  );
}
