import { parentPort, workerData } from 'node:worker_threads';
import { fieldsOf } from '../kernel/index.ts';
import { nodeFiles } from '../io/index.ts';
import { evaluate } from '../load/index.ts';
import { openStage } from '../rendered/index.ts';
import { installGuard, synthesizeUnit, type UnitJob } from '../synth/index.ts';
import { judgeRendered } from './gate/judge-unit.ts';
import { recipesIn } from './recipes.ts';
import type { SentOutcome, WorkerSetup } from './render-pool.ts';
import { userCodeOf } from './user-code.ts';

/** Entry of a render worker: evaluates the bundle under the guard, then renders the units that it is sent. */
const setup = workerData as WorkerSetup;
const code = userCodeOf(setup.root);
// Before the bundle: what its modules do at their top level is guarded, too.
const guard = installGuard(code);
const evaluated = setup.bundle === undefined ? undefined : await evaluate(setup.bundle);
const context = {
  recipes: recipesIn(evaluated?.modules ?? new Map()),
  code,
  files: nodeFiles,
  root: setup.root,
  ...(setup.stageFolder === undefined ? {} : { stage: openStage(nodeFiles, setup.stageFolder) }),
  check: () => guard.check(),
  aside: guard.aside,
  ...(setup.gate === undefined ? {} : { judge: judgeRendered(setup.gate, code) }),
};

parentPort?.on('message', (jobs: readonly UnitJob[]) => {
  const outcomes = jobs.map((job): SentOutcome => {
    const outcome = synthesizeUnit(job, context);
    return { ...outcome, errors: outcome.errors.map(fieldsOf) };
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(outcomes);
});
