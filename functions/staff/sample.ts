import { sample } from '#contracts/routes/sample.ts';
import { brandRepository } from '#data/repositories/brands.ts';
import { sightRepository } from '#data/repositories/client-sights.ts';
import { clientRepository } from '#data/repositories/clients.ts';
import { contactRepository } from '#data/repositories/contacts.ts';
import { memberRepository } from '#data/repositories/members.ts';
import { projectRepository } from '#data/repositories/projects.ts';
import { sampleRepository } from '#data/repositories/sample.ts';
import { trashRepository } from '#data/repositories/trash.ts';
import { workspaceRepository } from '#data/repositories/workspaces.ts';
import * as Sample from '#domain/sample.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { jobsSend } from '../tools/jobs.ts';
import { tableOf } from '../tools/table.ts';

export const handler = define({
  routes: sample,
  audience: staff,
  tools: {
    ...tableOf({
      sample: sampleRepository,
      trash: trashRepository,
      clients: clientRepository,
      contacts: contactRepository,
      brands: brandRepository,
      projects: projectRepository,
      sights: sightRepository,
      members: memberRepository,
      workspaces: workspaceRepository,
    }),
    'jobs.send': jobsSend,
  },
  handlers: {
    get: (context) => Sample.get(context),
    load: (context) => Sample.load(context),
    remove: (context) => Sample.remove(context),
  },
});
