import { Worker } from 'node:worker_threads';
import type { FileVerdict } from '../../validate/index.ts';
import type { CheckSetup } from './check-files.ts';
import type { ManifestPath } from './find-manifests.ts';

/** To a worker: files to check, or the definitions that were found in all files, after which it checks what it put aside. */
export type ToWorker = { readonly files: readonly ManifestPath[] } | { readonly definitions: readonly unknown[] };

/** From a worker: what its files said, and which custom resource definitions they hold. */
export interface FromWorker {
  readonly verdict: FileVerdict;
  readonly definitions: readonly unknown[];
}

/** Files per message: enough that a message costs nothing, few enough that all workers end together. */
const batch = 256;

/** Checks files in worker threads: reading waits for the disk in one while another works. The order of verdicts is not kept. */
export async function checkInWorkers(
  setup: CheckSetup,
  paths: readonly ManifestPath[],
  count: number,
  progress: (done: number) => void,
): Promise<readonly FileVerdict[]> {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('check-worker.js', import.meta.url), { workerData: setup, env: {} }),
  );
  try {
    const verdicts: FileVerdict[] = [];
    const definitions: unknown[] = [];
    let next = 0;
    let done = 0;
    const runs = workers.map(async (worker) => {
      while (next < paths.length) {
        const files = paths.slice(next, next + batch);
        next += files.length;
        const answer = await ask(worker, { files });
        verdicts.push(answer.verdict);
        definitions.push(...answer.definitions);
        done += files.length;
        progress(done);
      }
    });
    await Promise.all(runs);
    const rest = await Promise.all(workers.map(async (worker) => await ask(worker, { definitions })));
    return [...verdicts, ...rest.map(({ verdict }) => verdict)];
  } finally {
    await Promise.all(workers.map(async (worker) => await worker.terminate()));
  }
}

async function ask(worker: Worker, question: ToWorker): Promise<FromWorker> {
  return await new Promise((answer, fail) => {
    worker.removeAllListeners();
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`a worker that checks manifests ended with code ${code}`)));
    worker.on('message', answer);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage(question);
  });
}
