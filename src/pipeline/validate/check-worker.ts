import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from '../../io/index.ts';
import { mergeVerdicts } from '../../validate/index.ts';
import { checkPath, engineFor } from './check-files.ts';
import type { CheckSetup } from './check-files.ts';
import type { FromWorker, ToWorker } from './check-pool.ts';

/** Entry of a thread that checks files. */
const engine = engineFor(workerData as CheckSetup, nodeFiles);

parentPort?.on('message', (question: ToWorker) => {
  const verdicts =
    'files' in question
      ? question.files.map((path) => checkPath(engine, nodeFiles, path))
      : [engine.finish(question.definitions)];
  const answer: FromWorker = { verdict: mergeVerdicts(verdicts), definitions: engine.takeDefinitions() };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(answer);
});
