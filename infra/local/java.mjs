import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Where a Java runtime is looked for; plain JavaScript, because `bin/setup.mjs` needs it on whatever Node is
 * installed, before anything else is.
 */

/** DynamoDB Local is compiled for it. */
export const oldestJava = 17;

export const javaMissing = `Foyer's local cloud needs Java ${oldestJava} or newer: install one (https://adoptium.net) or point JAVA_HOME to it.`;

const program = process.platform === 'win32' ? 'java.exe' : 'java';

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Major version out of what a `release` file or `java -version` says. @param {string} text */
function majorVersion(text) {
  const [, first, second] = /"(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  return Number(first === '1' ? second : first) || 0;
}

/**
 * The version of a runtime. The file beside it is asked first: starting a JVM only to hear its version costs
 * more than all the rest of a warm start.
 * @param {string} java
 */
async function versionOf(java) {
  try {
    const release = join(dirname(dirname(realpathSync(java))), 'release');
    const line = /JAVA_VERSION=.*/.exec(readFileSync(release, 'utf8'));
    if (line) return majorVersion(line[0]);
  } catch {
    // No such file: ask the runtime itself.
  }
  try {
    const { stderr } = await promisify(execFile)(java, ['-version']);
    return majorVersion(stderr);
  } catch {
    return 0;
  }
}

/**
 * The first runtime that is new enough: JAVA_HOME, PATH, then the one this project installed for itself.
 * @param {string} root the project's folder
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<string | null>}
 */
export async function findJava(root, environment = process.env) {
  const candidates = [
    ...(environment.JAVA_HOME ? [join(environment.JAVA_HOME, 'bin', program)] : []),
    ...(environment.PATH ?? '')
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, program)),
    ...installedJava(root),
  ];
  for (const java of candidates) {
    if (existsSync(java) && isExecutable(java) && (await versionOf(java)) >= oldestJava) return java;
  }
  return null;
}

/** The project's own runtime lives here; nothing outside the project is touched. @param {string} root */
export const ownJavaFolder = (root) => join(root, '.local', 'jre');

/** The runtimes in it as they are unpacked; macOS has its own layout. @param {string} root */
function installedJava(root) {
  const folder = ownJavaFolder(root);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((release) => [
    join(folder, release, 'bin', program),
    join(folder, release, 'Contents', 'Home', 'bin', program),
  ]);
}
