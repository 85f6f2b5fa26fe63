import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { clientDetail } from '../clients/queries.ts';
import { useHere } from '../session/me.ts';
import { LevelSelect } from './LevelSelect.tsx';
import { RateMenu } from './RateMenu.tsx';
import { RatesEditor } from './RatesEditor.tsx';
import { RatesReader } from './RatesReader.tsx';
import { useLevels } from './useLevels.ts';

export const route = createLazyRoute('/app/clients/$clientId/rates')({ component: RatesTab });

/**
 * What an hour of each position costs the client, or costs for a brand or project of it; whoever may change it
 * types into the cells.
 */
function RatesTab() {
  const { t } = useLingui();
  const { clientId } = route.useParams();
  const { level } = route.useSearch();
  const navigate = route.useNavigate();
  const { workspaceId } = useHere();
  const { data: client } = useQuery(clientDetail(workspaceId, clientId));
  const levels = useLevels(clientId);
  const chosen = [...levels.brands, ...levels.projects].find(({ id }) => id === level);
  const name = client?.code ?? client?.name ?? 'client';
  const whose = client?.name ?? '';
  // A level that an address names is waited for: the rates of the client are not shown in its place meanwhile.
  if (level && !chosen && levels.isPending) return null;
  return (
    <>
      <LevelSelect
        levels={levels}
        value={chosen?.id ?? null}
        onChange={(next) => void navigate({ search: next ? { level: next } : {} })}
      />
      <RatesReader home={chosen?.home ?? clientId} title={t`The rates could not be read`}>
        {(rates, again) =>
          chosen ? (
            <RatesEditor
              home={chosen.home}
              title={
                'brandId' in chosen.home
                  ? t`Rates of ${whose}, brand ${chosen.name}`
                  : t`Rates of ${whose}, project ${chosen.name}`
              }
              fileName={`${name} ${chosen.name}`}
              rates={rates}
              onSaved={again}
              empty={<Trans>Nothing is agreed for {chosen.name} alone: what the client has holds.</Trans>}
              menu={(isClean) => (
                <RateMenu home={chosen.home} rates={rates} isClean={isClean} onWritten={again} />
              )}
            />
          ) : (
            <RatesEditor
              home={clientId}
              title={t`Rates of ${whose}`}
              fileName={name}
              rates={rates}
              onSaved={again}
              empty={<Trans>Nobody has agreed on rates with this client yet.</Trans>}
              menu={(isClean) => (
                <RateMenu home={clientId} rates={rates} isClean={isClean} onWritten={again} />
              )}
            />
          )
        }
      </RatesReader>
    </>
  );
}
