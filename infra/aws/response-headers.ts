import { Duration, Stack } from 'aws-cdk-lib';
import { HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { securityHeaders } from '../security-headers.ts';

/** Browsers heed it on https only, so it is not among the headers that the local cloud sends too. */
const HTTPS_FOR = Duration.days(730);

/** CloudFront's rendering of the security headers, with how long a browser may keep the file. */
export function headersPolicy(scope: Construct, id: string, cacheControl: string): ResponseHeadersPolicy {
  // CloudFront takes these three as fields of their own; all others are custom headers to it.
  const {
    'content-security-policy': contentSecurityPolicy,
    'referrer-policy': referrerPolicy,
    'x-content-type-options': _alwaysNosniff,
    ...custom
  } = securityHeaders;
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: `${Stack.of(scope).stackName}-${id}`,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: referrerPolicyOf(referrerPolicy), override: true },
      strictTransportSecurity: { accessControlMaxAge: HTTPS_FOR, includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries({ ...custom, 'cache-control': cacheControl }).map(([header, value]) => ({
        header,
        value,
        override: true,
      })),
    },
  });
}

/** CDK names the policies by constants; the value is the same word as in the header. */
function referrerPolicyOf(value: string): HeadersReferrerPolicy {
  const found = Object.values(HeadersReferrerPolicy).find((policy) => policy === value);
  if (!found) throw new Error(`CloudFront knows no referrer policy "${value}".`);
  return found;
}
