import type { BrandId, ClientId, ProjectId } from '#contracts/ids.ts';
import { rates } from '#contracts/routes/rates.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { listRepository } from '#data/repositories/lists.ts';
import { rateRepository } from '#data/repositories/rates.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as Ladder from '#domain/rate-ladder.ts';
import * as Moves from '#domain/rate-moves.ts';
import type { LevelHome } from '#domain/rates.ts';
import * as Rates from '#domain/rates.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { tableOf } from '../tools/table.ts';

const isPreview = ({ query }: { query: { preview: 'true' | 'false' } }) => query.preview === 'true';
const brandOf = ({ params }: { params: { clientId: ClientId; brandId: BrandId } }): LevelHome => ({
  clientId: params.clientId,
  levelId: params.brandId,
});
const projectOf = ({ params }: { params: { clientId: ClientId; projectId: ProjectId } }): LevelHome => ({
  clientId: params.clientId,
  levelId: params.projectId,
});

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
    uplift: (context) => Moves.uplift(context, context.params.clientId, context.body, isPreview(context)),
    copy: (context) => Moves.copy(context, context.params.clientId, context.body, isPreview(context)),
    listBrand: (context) => Rates.list(context, brandOf(context)),
    changeBrand: (context) => Rates.change(context, brandOf(context), context.body),
    upliftBrand: (context) => Moves.uplift(context, brandOf(context), context.body, isPreview(context)),
    copyBrand: (context) => Moves.copy(context, brandOf(context), context.body, isPreview(context)),
    listProject: (context) => Rates.list(context, projectOf(context)),
    changeProject: (context) => Rates.change(context, projectOf(context), context.body),
    upliftProject: (context) => Moves.uplift(context, projectOf(context), context.body, isPreview(context)),
    copyProject: (context) => Moves.copy(context, projectOf(context), context.body, isPreview(context)),
    card: (context) => Rates.list(context, 'card'),
    changeCard: (context) => Rates.change(context, 'card', context.body),
    upliftCard: (context) => Moves.uplift(context, 'card', context.body, isPreview(context)),
    copyCard: (context) => Moves.copy(context, 'card', context.body, isPreview(context)),
  },
});
