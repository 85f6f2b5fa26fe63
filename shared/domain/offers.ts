import { invalidField } from '#contracts/errors.ts';
import type { Offer, OfferKind } from '#contracts/schemas/plan.ts';

/** Plans and add-ons of the installation, each in its newest version. */
export interface OfferReader {
  all(): Promise<Offer[]>;
}

/** Everything that is sold or was. */
export const list = async ({ offers }: { offers: OfferReader }): Promise<{ data: Offer[] }> => ({
  data: await offers.all(),
});

/**
 * An offer that can be chosen.
 * @throws {Refusal} `validation_failed` at the pointer for one that is not sold
 */
export async function offerOf(
  offers: OfferReader,
  kind: OfferKind,
  key: string,
  pointer: string,
): Promise<Offer> {
  const offer = (await offers.all()).find((one) => one.kind === kind && one.key === key);
  if (!offer || offer.retired) throw invalidField(pointer, 'unknown_offer', 'is not sold here');
  return offer;
}
