import { Worker } from 'node:worker_threads';
import { throwAll, UserError } from '../../kernel/index.ts';
import type { UserErrorFields } from '../../kernel/index.ts';
import type { FileVerdict } from '../../validate/index.ts';
import type { SetObject } from '../../analysis/index.ts';
import type { CheckedFiles, CheckRequest } from './check-files.ts';
import type { ManifestPath } from './find-manifests.ts';
import { receiver } from './sent-object.ts';
import type { SentObject } from './sent-object.ts';

/** To a worker: files to check, or the definitions that were found in all files, after which it checks what it put aside. */
export type ToWorker = { readonly files: readonly ManifestPath[] } | { readonly definitions: readonly unknown[] };

/** From a worker: what its files said, and which custom resource definitions they hold. */
export interface WorkerVerdict {
  readonly verdict: FileVerdict;
  readonly definitions: readonly unknown[];
  readonly objects: readonly SentObject[];
}

/** Or what a person can repair: on its way between threads an error would lose its class. */
export type FromWorker = WorkerVerdict | { readonly errors: readonly UserErrorFields[] };

/** Files per message: enough that a message costs nothing, few enough that all workers end together. */
const batch = 256;

/** Checks files in worker threads: reading waits for the disk in one while another works. The order of verdicts is not kept. */
export async function checkInWorkers(
  { setup, paths, files, progress }: CheckRequest,
  count: number,
): Promise<CheckedFiles> {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('check-worker.js', import.meta.url), { workerData: setup, env: {} }),
  );
  try {
    const receive = receiver(paths, files);
    const verdicts: FileVerdict[] = [];
    const objects: SetObject[] = [];
    /** By batch: which of two definitions of a kind counts must not depend on which thread was faster. */
    const found: (readonly unknown[])[] = [];
    let next = 0;
    let done = 0;
    const runs = workers.map(async (worker) => {
      while (next < paths.length) {
        const index = next / batch;
        const some = paths.slice(next, next + batch);
        next += batch;
        const answer = await ask(worker, { files: some });
        verdicts.push(answer.verdict);
        for (const object of answer.objects) objects.push(receive(object));
        found[index] = answer.definitions;
        done += some.length;
        progress(done);
      }
    });
    await Promise.all(runs);
    const definitions = found.flat();
    const rest = await Promise.all(workers.map(async (worker) => await ask(worker, { definitions })));
    for (const answer of rest) {
      verdicts.push(answer.verdict);
      for (const object of answer.objects) objects.push(receive(object));
    }
    return { verdicts, objects };
  } finally {
    await Promise.all(workers.map(async (worker) => await worker.terminate()));
  }
}

async function ask(worker: Worker, question: ToWorker): Promise<WorkerVerdict> {
  const answer = await new Promise<FromWorker>((resolve, fail) => {
    worker.removeAllListeners();
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`a worker that checks manifests ended with code ${code}`)));
    worker.on('message', resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage(question);
  });
  if (!('errors' in answer)) return answer;
  throwAll(answer.errors.map((fields) => new UserError(fields)));
  throw new Error('a worker failed without an error');
}
