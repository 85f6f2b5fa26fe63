import { plans } from '#contracts/routes/plans.ts';
import * as Offers from '#domain/offers.ts';
import { anyone } from '../audiences/public.ts';
import { define } from '../runtime/define.ts';
import { directoryOfOffers } from '../tools/founding.ts';

export const handler = define({
  routes: plans,
  audience: anyone,
  tools: { 'directory.read': directoryOfOffers },
  handlers: { offers: (context) => Offers.list(context) },
});
