import { rates } from '#contracts/routes/rates.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { listRepository } from '#data/repositories/lists.ts';
import { rateRepository } from '#data/repositories/rates.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as Ladder from '#domain/rate-ladder.ts';
import * as Moves from '#domain/rate-moves.ts';
import * as Rates from '#domain/rates.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: rates,
  audience: staff,
  tools: {
    ...tableOf({
      rates: rateRepository,
      clients: clientRepository,
      lists: listRepository,
      workspaces: workspaceRepository,
    }),
  },
  handlers: {
    list: (context) => Rates.list(context, context.params.clientId),
    change: (context) => Rates.change(context, context.params.clientId, context.body),
    resolve: (context) => Ladder.resolve(context, context.params.clientId, context.query),
    uplift: ({ params, body, query, ...context }) =>
      Moves.uplift(context, params.clientId, body, query.preview === 'true'),
    copy: ({ params, body, query, ...context }) =>
      Moves.copy(context, params.clientId, body, query.preview === 'true'),
    listBrand: ({ params, ...context }) =>
      Rates.list(context, { clientId: params.clientId, levelId: params.brandId }),
    changeBrand: ({ params, body, ...context }) =>
      Rates.change(context, { clientId: params.clientId, levelId: params.brandId }, body),
    listProject: ({ params, ...context }) =>
      Rates.list(context, { clientId: params.clientId, levelId: params.projectId }),
    changeProject: ({ params, body, ...context }) =>
      Rates.change(context, { clientId: params.clientId, levelId: params.projectId }, body),
    card: (context) => Rates.list(context, 'card'),
    changeCard: (context) => Rates.change(context, 'card', context.body),
  },
});
