import { Fn } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { EDGE_REGION } from './edge.ts';
import type { Options } from './options.ts';

/** The name by which the edge finds an origin secret: the secret's replica bears it in us-east-1 too. */
export const originSecretName = (stage: string, generation: number): string =>
  `foyer-${stage}-origin-${generation}`;

/**
 * The two secrets of an installation. They are numbered instead of overwritten: CloudFormation looks a dynamic
 * reference up again only when the template changes, and a new number changes it (docs/deploy.md).
 */
export class Secrets extends Construct {
  /** Signs the cursors of lists. */
  readonly cursor: string;
  /** What functions accept as proof of having come through CloudFront; two values during a rotation. */
  readonly origins: string;

  constructor(scope: Construct, id: string, { stage, region, originSecrets, cursorSecret }: Options) {
    super(scope, id);
    const generate = (name: string, secretName?: string, replicate = false): string => {
      const secret = new Secret(this, name, {
        secretName,
        generateSecretString: { passwordLength: 64, excludePunctuation: true },
        replicaRegions: replicate ? [{ region: EDGE_REGION }] : undefined,
      });
      acknowledge(secret, {
        'AwsSolutions-SMG4':
          'Rotation takes two deployments in order, functions before CloudFront; a timer would lock the edge out.',
      });
      return secret.secretValue.unsafeUnwrap();
    };
    this.cursor = generate(`Cursor${cursorSecret}`);
    this.origins = Fn.join(
      ',',
      originSecrets.map((generation) =>
        generate(`Origin${generation}`, originSecretName(stage, generation), region !== EDGE_REGION),
      ),
    );
  }
}
