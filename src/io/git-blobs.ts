import { spawn } from 'node:child_process';

/** The bytes of blobs, in the order of their ids, by one run of git: a run for each would take minutes for a large `dist/`. */
export async function readBlobs(root: string, ids: readonly string[]): Promise<readonly Uint8Array[]> {
  if (ids.length === 0) return [];
  const output = await answerOf(root, ids);
  const blobs: Uint8Array[] = [];
  let at = 0;
  for (const id of ids) {
    const end = output.indexOf(10, at);
    const header = output.subarray(at, end).toString('latin1');
    const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1] ?? Number.NaN);
    // A partial clone without its server answers `<id> missing`.
    if (end < 0 || Number.isNaN(size)) throw new Error(`git has no text for the object ${id}: ${header}`);
    blobs.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return blobs;
}

async function answerOf(root: string, ids: readonly string[]): Promise<Buffer> {
  const git = spawn('git', ['cat-file', '--batch'], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  const errors: Buffer[] = [];
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  git.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const ended = new Promise<void>((resolve, fail) => {
    git.on('error', fail);
    git.on('close', (code) => {
      if (code === 0) resolve();
      else fail(new Error(`git cat-file ended with ${code}: ${Buffer.concat(errors).toString('utf8').trim()}`));
    });
  });
  // What git says when it ends early is worth more than the broken pipe.
  git.stdin.on('error', () => {});
  git.stdin.end(`${ids.join('\n')}\n`);
  await ended;
  return Buffer.concat(chunks);
}
