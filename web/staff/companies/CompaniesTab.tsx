import { createLazyRoute } from '@tanstack/react-router';
import { TeamCard } from '../account-team/TeamCard.tsx';
import { BillingCard } from './BillingCard.tsx';
import { BrandsCard } from './BrandsCard.tsx';
import classes from './companies.module.css';
import { FamilyCard } from './FamilyCard.tsx';

export const route = createLazyRoute('/app/clients/$clientId/companies')({ component: CompaniesTab });

/** The company behind a client: who works for it, above and below whom it stands, its
 * brands, and to whom invoices go. */
function CompaniesTab() {
  const { clientId } = route.useParams();
  return (
    <div className={classes.page} data-print="flow">
      <TeamCard key={`team ${clientId}`} clientId={clientId} />
      <FamilyCard key={`family ${clientId}`} clientId={clientId} />
      <BrandsCard key={`brands ${clientId}`} clientId={clientId} />
      <BillingCard key={`billing ${clientId}`} clientId={clientId} />
    </div>
  );
}
