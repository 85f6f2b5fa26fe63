import { CfnElement, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag on one construct, each with its reason. There is no list of exceptions elsewhere:
 * a reason stands beside the code that needs it.
 */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(reasons)) Validations.of(construct).acknowledge({ id, reason });
}

/** How a finding writes the ARN of a resource of the same stack. */
export function idIn(construct: IConstruct): string {
  const { defaultChild } = construct.node;
  if (!CfnElement.isCfnElement(defaultChild))
    throw new Error(`${construct.node.path} is no single resource.`);
  return `<${defaultChild.stack.getLogicalId(defaultChild)}.Arn>`;
}
