import { createRoute } from '@tanstack/react-router';
import type { OfferKind } from '#contracts/schemas/plan.ts';
import { StartPage } from '../shell/StartPage.tsx';
import { enter, root } from './frame.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const kindOf = (value: unknown): OfferKind => (value === 'add_on' ? 'add_on' : 'plan');

/** For whoever runs the installation; he may belong to no workspace, so it stands outside of them. */
const operator = createRoute({
  getParentRoute: () => root,
  path: 'operator',
  pendingComponent: StartPage,
  beforeLoad: enter,
}).lazy(() => import('../operator/OperatorLayout.tsx').then((module) => module.route));

const workspaces = createRoute({
  getParentRoute: () => operator,
  path: '/',
  validateSearch: (
    search: Record<string, unknown>,
  ): { cursor?: string | undefined; page?: string | undefined } => ({
    cursor: text(search.cursor),
    page: text(search.page),
  }),
}).lazy(() => import('../operator/WorkspacesPage.tsx').then((module) => module.route));

const offers = createRoute({ getParentRoute: () => operator, path: 'offers' }).lazy(() =>
  import('../operator/OffersPage.tsx').then((module) => module.route),
);
const newOffer = createRoute({
  getParentRoute: () => offers,
  path: 'new/$kind',
  params: { parse: ({ kind }) => ({ kind: kindOf(kind) }), stringify: ({ kind }) => ({ kind }) },
}).lazy(() => import('../operator/NewOffer.tsx').then((module) => module.route));

const offer = createRoute({
  getParentRoute: () => operator,
  path: 'offers/$kind/$key',
  params: {
    parse: ({ kind, key }) => ({ kind: kindOf(kind), key }),
    stringify: ({ kind, key }) => ({ kind, key }),
  },
}).lazy(() => import('../operator/OfferPage.tsx').then((module) => module.route));
const editOffer = createRoute({ getParentRoute: () => offer, path: 'edit' }).lazy(() =>
  import('../operator/EditOffer.tsx').then((module) => module.route),
);

export const operatorTree = operator.addChildren([
  workspaces,
  offers.addChildren([newOffer]),
  offer.addChildren([editOffer]),
]);
