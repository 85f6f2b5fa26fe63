import { EDGE_REGION } from './edge.ts';

/** Numbers of the origin secrets: CloudFront sends the first, functions accept all. Two during a rotation. */
export type SecretGenerations = readonly [number] | readonly [number, number];

/** A host name and its certificate, which must be one of us-east-1. */
export interface Domain {
  name: string;
  certificateArn: string;
}

/** What one installation differs in from another. Everything else is the same code. */
export interface Options {
  /** The folder that `npm run build` fills. */
  distDir: string;
  /** Where the assembly is written; `cdk.out` by the CLI's choice. */
  outdir?: string;
  /** Part of every stack's name, so that one account can hold several installations. */
  stage: string;
  region: string;
  /** Without it the templates fit any account. */
  account?: string;
  originSecrets: SecretGenerations;
  /** Raising it makes a new key for the cursors of lists; open lists start over. */
  cursorSecret: number;
  /** Who is told of alarms. */
  alarmEmail?: string;
  /** The sender of Cognito's messages: an address of a domain that SES has verified. */
  mail?: { from: string; domain: string };
  /** The host name of the staff app. */
  staffDomain?: Domain;
  /** The portals are at `<workspace>.portal.` before this name; the certificate is of `*.portal.` before it. */
  portalDomain?: Domain;
}

/** Reads a context value: set in cdk.json or by `-c key=value`. */
export type Context = (key: string) => unknown;

/** Options as the CLI gives them: context first, then what it knows of the caller's account. */
export function optionsFrom(
  context: Context,
  environment: Record<string, string | undefined>,
  distDir: string,
): Options {
  const text = (key: string): string | undefined => {
    const value = context(key);
    return value === undefined || value === null || value === '' ? undefined : String(value);
  };
  const domain = (site: string): Domain | undefined => {
    const [name, certificateArn] = [`${site}Domain`, `${site}CertificateArn`];
    return pair(name, text(name), certificateArn, text(certificateArn), (host, arn) => ({
      name: host,
      certificateArn: arn,
    }));
  };
  return {
    distDir,
    stage: stageName(text('stage') ?? 'dev'),
    region: text('region') ?? environment.CDK_DEFAULT_REGION ?? EDGE_REGION,
    account: text('account') ?? environment.CDK_DEFAULT_ACCOUNT,
    originSecrets: generations(text('originSecrets') ?? '1'),
    cursorSecret: generation('cursorSecret', text('cursorSecret') ?? '1'),
    alarmEmail: text('alarmEmail'),
    mail: pair('mailFrom', text('mailFrom'), 'mailDomain', text('mailDomain'), (from, domain) => ({
      from,
      domain,
    })),
    staffDomain: domain('staff'),
    portalDomain: domain('portal'),
  };
}

function stageName(stage: string): string {
  if (!/^[a-z][a-z0-9]{0,11}$/.test(stage))
    throw new Error(`stage must be up to twelve lower-case letters and digits, not "${stage}".`);
  return stage;
}

function generation(key: string, value: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(value)) throw new Error(`${key} takes whole numbers from 1, not "${value}".`);
  return Number(value);
}

function generations(value: string): SecretGenerations {
  const [first, second, ...more] = value.split(',').map((part) => generation('originSecrets', part.trim()));
  if (first === undefined || more.length > 0 || first === second)
    throw new Error(`originSecrets takes one number or two different ones, not "${value}".`);
  return second === undefined ? [first] : [first, second];
}

/** Two options that mean nothing without each other. */
function pair<T>(
  firstKey: string,
  first: string | undefined,
  secondKey: string,
  second: string | undefined,
  both: (first: string, second: string) => T,
): T | undefined {
  if (first === undefined && second === undefined) return undefined;
  if (first === undefined || second === undefined)
    throw new Error(`${firstKey} and ${secondKey} are given together or not at all.`);
  return both(first, second);
}
