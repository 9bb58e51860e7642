import { Worker } from 'node:worker_threads';
import { UserError, type UserErrorFields } from '../kernel/index.ts';
import type { UnitJob, UnitOutcome } from '../synth/index.ts';
import type { GateSetup } from './gate/judge-unit.ts';
import type { RenderRequest } from './render-units.ts';

/** What a worker is started with. Plain data. */
export interface WorkerSetup {
  readonly root: string;
  readonly bundle: { readonly path: string; readonly externals: readonly string[] } | undefined;
  readonly stageFolder: string | undefined;
  readonly gate: GateSetup | undefined;
}

/** An outcome as it crosses threads: errors lose their class there. */
export type SentOutcome = Omit<UnitOutcome, 'errors'> & { readonly errors: readonly UserErrorFields[] };

interface Pool {
  readonly jobs: readonly UnitJob[];
  readonly workers: number;
  readonly progress: (done: number) => void;
  readonly request: RenderRequest;
}

/** Units per message: enough that a message costs nothing, few enough that all workers end together. */
const batch = 24;

/** Renders in worker threads that import the same bundle. Outcomes come back in the order of the jobs. */
export async function renderInWorkers(pool: Pool): Promise<readonly UnitOutcome[]> {
  const { jobs, progress } = pool;
  const outcomes: (UnitOutcome | undefined)[] = jobs.map(() => undefined);
  let next = 0;
  let done = 0;
  const setup = setupOf(pool);
  const count = Math.max(1, Math.min(pool.workers, Math.ceil(jobs.length / batch)));
  const workers = Array.from({ length: count }, () => startWorker(setup));
  const runs = workers.map(
    (worker) =>
      new Promise<void>((finish, fail) => {
        let first = 0;
        const send = (): void => {
          first = next;
          next = Math.min(jobs.length, next + batch);
          if (first === next) finish();
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
          else worker.postMessage(jobs.slice(first, next));
        };
        worker.on('error', fail);
        worker.on('exit', (code) => fail(new Error(`a render worker ended with code ${code}`)));
        worker.on('message', (sent: readonly SentOutcome[]) => {
          sent.forEach((outcome, index) => {
            outcomes[first + index] = {
              ...outcome,
              errors: outcome.errors.map((fields) => new UserError(fields)),
            };
          });
          done += sent.length;
          progress(done);
          send();
        });
        send();
      }),
  );
  try {
    await Promise.all(runs);
  } finally {
    for (const worker of workers) worker.removeAllListeners();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return outcomes.filter((outcome) => outcome !== undefined);
}

function setupOf({ request }: Pool): WorkerSetup {
  const { bundle } = request.loaded;
  return {
    root: request.options.root,
    bundle: bundle === undefined ? undefined : { path: bundle.path, externals: bundle.externals },
    stageFolder: request.stage?.folder,
    gate: request.gate,
  };
}

function startWorker(setup: WorkerSetup): Worker {
  return new Worker(new URL('render-worker.js', import.meta.url), { workerData: setup, env: {} });
}
