import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fleet } from '#src/model/types.ts';
import { attempt, run, type Ran } from './shell.ts';

/** A clone of this repository at its last commit, in which the suite declares, synthesizes and commits. */
export class Clone {
  readonly folder: string;
  private readonly root: string;
  private remote: string | undefined;
  /** What the suite does to `dist/` after each synthesis. */
  afterSynth: () => Promise<void> = () => Promise.resolve();

  private constructor(root: string, folder: string) {
    this.root = root;
    this.folder = folder;
  }

  static async of(root: string): Promise<Clone> {
    const folder = mkdtempSync(join(tmpdir(), 'keelson-clone-'));
    const clone = new Clone(root, folder);
    await run('git', ['clone', '--quiet', root, folder]);
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    await clone.git('config', 'user.name', 'cluster suite');
    await clone.git('config', 'user.email', 'suite@meridian.example');
    return clone;
  }

  /** The URL that a hub on this machine can read. */
  get url(): string {
    return `file://${this.folder}`;
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }

  git(...args: readonly string[]): Promise<string> {
    return run('git', args, { cwd: this.folder });
  }

  /** The engine that runs is the one beside this suite; the clone gives declarations only. */
  keelson(...args: readonly string[]): Promise<Ran> {
    return attempt(process.execPath, [join(this.root, 'bin/keelson.js'), ...args], { cwd: this.folder, seconds: 300 });
  }

  async synth(): Promise<void> {
    const ran = await this.keelson('synth', '--allow-delete', '100000');
    if (ran.code !== 0) throw new Error(`keelson synth ended with ${ran.code}\n${ran.stdout}\n${ran.stderr}`);
    await this.afterSynth();
  }

  async fleet(): Promise<Fleet> {
    const ran = await this.keelson('model', '--json');
    if (ran.code !== 0) throw new Error(`keelson model ended with ${ran.code}\n${ran.stdout}\n${ran.stderr}`);
    return JSON.parse(ran.stdout) as Fleet;
  }

  /** Each commit from now on is pushed there. */
  async pushTo(repository: string): Promise<void> {
    this.remote = repository;
    await this.git('remote', 'set-url', 'origin', repository);
  }

  async commit(message: string): Promise<void> {
    const folders = ['dist', 'environments', 'tenants', 'platform'];
    await this.git('add', '--all', '--', ...folders);
    await this.git('commit', '--quiet', '--message', message);
    await this.push();
  }

  /** Takes the last commit back, as a commit. */
  async revert(): Promise<void> {
    await this.git('revert', '--no-edit', 'HEAD');
    await this.push();
  }

  /** A branch with one more commit, made by `change`; the checkout is as before afterwards. */
  async branch(name: string, change: () => void): Promise<void> {
    await this.git('switch', '--quiet', '--create', name);
    change();
    await this.commit(name);
    await this.git('switch', '--quiet', '-');
  }

  private async push(): Promise<void> {
    if (this.remote !== undefined) await this.git('push', '--quiet', '--force', 'origin', 'HEAD');
  }

  remove(): void {
    if (process.env['KEELSON_KEEP_CLUSTERS'] === undefined) rmSync(this.folder, { recursive: true, force: true });
  }
}
