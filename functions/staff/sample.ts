import { sample } from '#contracts/routes/sample.ts';
import * as Sample from '#domain/sample.ts';
import { staff } from '../audiences/staff.ts';
import { define } from '../runtime/define.ts';
import { jobsSend } from '../tools/jobs.ts';
import { tableRead, tableWrite } from '../tools/table.ts';

export const handler = define({
  routes: sample,
  audience: staff,
  tools: { 'table.read': tableRead, 'table.write': tableWrite, 'jobs.send': jobsSend },
  handlers: {
    get: (context) => Sample.get(context),
    load: (context) => Sample.load(context),
    remove: (context) => Sample.remove(context),
  },
});
