import { fileURLToPath } from 'node:url';
import { buildApp } from '#infra/aws/app.ts';
import { optionsFrom } from '#infra/aws/options.ts';

/** The door that the CDK CLI enters by: `cdk synth`, `cdk diff`, `cdk deploy`. */
try {
  const { app } = buildApp((context) =>
    optionsFrom(context, process.env, fileURLToPath(new URL('../dist', import.meta.url))),
  );
  app.synth();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
