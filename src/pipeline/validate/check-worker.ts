import { parentPort, workerData } from 'node:worker_threads';
import { nodeFiles } from '../../io/index.ts';
import { fieldsOf, UserError, UserErrors } from '../../kernel/index.ts';
import { mergeVerdicts } from '../../validate/index.ts';
import type { Engine } from '../../validate/index.ts';
import { checkPath, engineFor } from './check-files.ts';
import type { CheckSetup } from './check-files.ts';
import type { FromWorker, ToWorker } from './check-pool.ts';
import { toSent } from './sent-object.ts';

/** Entry of a thread that checks files. */
let engine: Engine | undefined;

parentPort?.on('message', (question: ToWorker) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(answerTo(question));
});

function answerTo(question: ToWorker): FromWorker {
  try {
    const open = (engine ??= engineFor(workerData as CheckSetup, nodeFiles));
    const verdicts =
      'files' in question
        ? question.files.map((path) => checkPath(open, nodeFiles, path))
        : [open.finish(question.definitions)];
    return {
      verdict: mergeVerdicts(verdicts),
      definitions: open.takeDefinitions(),
      objects: open.takeObjects().map(toSent),
    };
  } catch (error) {
    if (error instanceof UserErrors) return { errors: error.errors.map(fieldsOf) };
    if (error instanceof UserError) return { errors: [fieldsOf(error)] };
    throw error;
  }
}
