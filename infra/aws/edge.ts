/** Where CloudFront takes its firewall and certificates from, whatever region the rest is in. */
export const EDGE_REGION = 'us-east-1';

/**
 * Functions that CloudFront runs before its cache, in its own small JavaScript (runtime 2.0): no imports, so
 * they are text here. Tests run them.
 */

/**
 * Serves the app for every path that is not a file, and the few pages that are not the app's. Not by
 * `errorResponses`: those act on the whole distribution and would turn the 404s of the API into pages.
 */
export const serveApp = (pages: readonly string[]): string => `var pages = ${JSON.stringify(pages)};
function handler(event) {
  var request = event.request;
  var path = request.uri.replace(/\\/$/, '');
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (pages.indexOf(path) !== -1) request.uri = path + '/index.html';
  else if (last.indexOf('.') === -1) request.uri = '/index.html';
  return request;
}
`;

/**
 * Tells the API under which host name it was called, since the host header must be the gateway's own. Headers
 * of that family sent by a visitor are dropped first: functions trust them.
 */
export const forwardHost = `function handler(event) {
  var request = event.request;
  var host = request.headers.host ? request.headers.host.value : '';
  Object.keys(request.headers).forEach(function (name) {
    if (name.indexOf('x-foyer-') === 0) delete request.headers[name];
  });
  request.headers['x-foyer-host'] = { value: host };
  return request;
}
`;
