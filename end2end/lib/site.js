// The real program, started as an operator starts it, with a folder and a database of its own.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Decoy } from './decoy.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'debug', 'quietdoor');

export const LOCALES = ['en', 'pl', 'ro', 'ur'];

export class Site {
  static running = new Set();

  /** `database` is sqlite or postgres. Mail goes to the SMTP server that `with-smtp` has started. */
  static async start({ database = 'sqlite' } = {}) {
    const site = new Site();
    site.folder = await mkdtemp(join(tmpdir(), 'quietdoor-site-'));
    site.log = join(site.folder, 'log');
    site.decoy = await Decoy.start();
    site.database = database;
    if (database === 'postgres') {
      site.databaseName = `quietdoor_${randomBytes(8).toString('hex')}`;
      await onPostgres(`CREATE DATABASE ${site.databaseName}`);
    }
    await site.serve();
    Site.running.add(site);
    return site;
  }

  async serve() {
    const options = ['--listen', '127.0.0.1:0', '--exit-url', this.decoy.url, '--smtp', needed('QUIETDOOR_TEST_SMTP')];
    // One test is one sender: each says its own address, as behind a reverse proxy.
    options.push('--trusted-proxy', '127.0.0.1/32', '--mail-from', 'desk@quietdoor.test');
    this.process = spawn(program, [...this.#common('serve'), ...options], this.#surroundings());
    this.process.stderr.pipe(createWriteStream(this.log, { flags: 'a' }));
    this.url = await new Promise((ready, failed) => {
      createInterface({ input: this.process.stdout }).on('line', (line) => {
        const address = line.match(/^listening on (http:\S+)$/);
        if (address) ready(address[1]);
      });
      this.process.on('exit', (code) => failed(new Error(`quietdoor ended with ${code}; its log is ${this.log}`)));
      this.process.on('error', failed);
    });
  }

  /** The one-time link, as the person who runs the site gets it. */
  async invite({ name, email, role }) {
    const words = ['staff', 'invite', '--name', name, '--email', email, '--role', role];
    const { stdout } = await run(program, [...this.#common(...words)], this.#surroundings());
    const link = stdout.match(/https?:\/\/\S+/);
    if (!link) throw new Error(`no link in: ${stdout}`);
    // The command does not know the port that the site was given.
    return new URL(new URL(link[0]).pathname + new URL(link[0]).hash, this.url).href;
  }

  /** Ends the program and leaves its files. */
  async end(signal = 'SIGTERM') {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.removeAllListeners('exit');
    this.process.kill(signal);
    await once(this.process, 'exit');
  }

  async stop() {
    Site.running.delete(this);
    await this.end();
    await this.decoy.stop();
    if (this.databaseName) await onPostgres(`DROP DATABASE ${this.databaseName} WITH (FORCE)`);
    await rm(this.folder, { recursive: true, force: true });
  }

  #common(...command) {
    const database = this.databaseName ? postgres(this.databaseName) : 'sqlite';
    return [...command, '--data', join(this.folder, 'data'), '--database', database];
  }

  /** Options only as given above: nothing from the environment or a configuration file of whoever runs the tests. */
  #surroundings() {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('QUIETDOOR_')));
    return { cwd: this.folder, env };
  }
}

function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run make test-browsers, or start with end2end/with-postgres end2end/with-smtp`);
  return value;
}

function postgres(database) {
  return needed('QUIETDOOR_TEST_POSTGRES').replace(/\/[^/]*$/, `/${database}`);
}

async function onPostgres(sql) {
  await run('psql', ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', `--dbname=${needed('QUIETDOOR_TEST_POSTGRES')}`, `--command=${sql}`]);
}
