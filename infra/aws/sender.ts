import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Options } from './options.ts';

/** Who our mails come from, and the identity of SES that a function must be let use for it. */
export interface Sender {
  from: string;
  arn: string;
}

/**
 * The sender of the options. An installation without one has a sender of a domain that can never be verified:
 * SES refuses its letters, they lie with the dead letters, and the alarm says so. Nothing else is different.
 */
export function senderOf(scope: Construct, { mail }: Options): Sender {
  const { from, domain } = mail ?? { from: 'nobody@foyer.invalid', domain: 'foyer.invalid' };
  return {
    from: `Foyer <${from}>`,
    arn: Stack.of(scope).formatArn({ service: 'ses', resource: 'identity', resourceName: domain }),
  };
}
