import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { entries } from '../system.ts';
import { ApiStack } from './api.ts';
import { DataStack } from './data.ts';
import { EDGE_REGION } from './edge.ts';
import { EventsStack } from './events.ts';
import { IdentityStack } from './identity.ts';
import type { Context, Options } from './options.ts';
import { SitesStack, sitePages } from './sites.ts';

/** The stacks of an installation, in the order in which they depend on each other. */
export interface Stacks {
  data: DataStack;
  identity: IdentityStack;
  api: ApiStack;
  events: EventsStack;
  sites: SitesStack;
}

/**
 * The whole installation. Functions and sites come ready from `distDir`, so that what is deployed is what ran
 * locally and synthesis needs neither a bundler nor an account.
 */
export function buildApp(given: Options | ((context: Context) => Options)): { app: App; stacks: Stacks } {
  const outdir = typeof given === 'function' ? undefined : given.outdir;
  const app = new App({
    outdir,
    analyticsReporting: false,
    performanceReporting: false,
    treeMetadata: false,
    context: {
      '@aws-cdk/core:target-partitions': ['aws'],
      '@aws-cdk/core:defaultCrossStackReferences': 'strong',
      '@aws-cdk/aws-s3:createDefaultLoggingPolicy': true,
      '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
    },
  });
  const options = typeof given === 'function' ? given((key) => app.node.tryGetContext(key)) : given;
  requireBuild(options.distDir);

  const { account, region, stage } = options;
  const propsOf = (name: string) => ({
    options,
    env: { account, region },
    stackName: `foyer-${stage}-${name}`,
  });
  const data = new DataStack(app, 'data', {
    ...propsOf('data'),
    description: 'Foyer: the tables',
    terminationProtection: true,
  });
  const identity = new IdentityStack(app, 'identity', {
    ...propsOf('identity'),
    description: 'Foyer: the user pools',
    terminationProtection: true,
  });
  const api = new ApiStack(app, 'api', {
    ...propsOf('api'),
    description: 'Foyer: the gateway, its functions, the queues',
    data,
    identity,
  });
  const events = new EventsStack(app, 'events', {
    ...propsOf('events'),
    description: 'Foyer: consumers, workers, schedules, alarms, dashboard',
    data,
    api,
  });
  const sites = new SitesStack(app, 'sites', {
    ...propsOf('sites'),
    env: { account, region: EDGE_REGION },
    description: 'Foyer: the apps at the edge',
    api,
  });

  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return { app, stacks: { data, identity, api, events, sites } };
}

/** CDK's own message for a missing asset names a path and no remedy. */
function requireBuild(distDir: string): void {
  const needed = [
    ...Object.keys(entries()).map((name) => join('functions', name, 'index.mjs')),
    ...sitePages.map((page) => join('web', page, 'index.html')),
  ];
  const missing = needed.find((path) => !existsSync(join(distDir, path)));
  if (missing) throw new Error(`There is no dist/${missing}: run npm run build first.`);
}
