import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findJava, javaMissing, oldestJava, ownJavaFolder } from './java.mjs';

/**
 * What must be there before anything of the project can run: the packages of the lock file, Node 24 among
 * them, and a Java runtime. Plain JavaScript on whatever Node is installed, and quick when all is there.
 */

/** @param {string} file @returns {Record<string, { version?: string; integrity?: string; optional?: boolean }>} */
const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Whether what is installed is what the lock file says. Contents are compared, not dates: a checkout touches
 * dates in any order. Optional packages are left out, since most are for other platforms.
 * @param {string} root
 */
function packagesAreCurrent(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = packagesIn(installedFile);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      optional ||
      (installed[path]?.version === version && installed[path]?.integrity === integrity),
  );
}

/**
 * Installs what the lock file says. `npm ci` refuses a lock file that was written where the packages of other
 * platforms could not be had, since it lacks them; `npm install` takes the same versions and leaves the file.
 * @param {string} root
 */
function installPackages(root) {
  const npm = process.env.npm_execpath;
  /** @param {string[]} words @param {'inherit' | 'ignore'} stdio */
  const run = (words, stdio) =>
    npm
      ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio })
      : spawnSync('npm', words, { cwd: root, stdio, shell: process.platform === 'win32' });
  if (run(['ci'], 'ignore').status === 0) return;
  if (run(['install', '--no-save'], 'inherit').status !== 0) {
    throw new Error('npm install failed; what it said is above.');
  }
}

/** Node 24 comes as a package whose install script may have been forbidden. @param {string} root */
function checkNode(root) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  const folder = join(root, 'node_modules', 'node', 'bin');
  if (existsSync(join(folder, 'node')) || existsSync(join(folder, 'node.exe'))) return;
  throw new Error(
    'The package `node` could not run its install script: allow it (`npm rebuild node esbuild`) or install Node 24.',
  );
}

/** Unpacked beside and then renamed, so that a broken download is never taken for a runtime. @param {string} root */
async function installJava(root) {
  const workshop = join(root, '.local', 'jre-download');
  console.log(`No Java ${oldestJava} found; fetching a runtime into .local/jre for this project only…`);
  try {
    rmSync(workshop, { recursive: true, force: true });
    mkdirSync(workshop, { recursive: true });
    const { default: njre } = await import('njre');
    await njre.install(21, { type: 'jre', installPath: join(workshop, 'here') });
    rmSync(ownJavaFolder(root), { recursive: true, force: true });
    renameSync(join(workshop, 'jre'), ownJavaFolder(root));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${javaMissing} (Fetching one failed: ${reason.replace('[njre] ', '')})`);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  if (!(await findJava(root))) throw new Error(javaMissing);
}

/** Makes the project ready to run. @param {string} root the project's folder */
export async function install(root) {
  if (!packagesAreCurrent(root)) installPackages(root);
  checkNode(root);
  if (!(await findJava(root))) await installJava(root);
}
