import { findRepositoryRoot, nodeFiles, nodeGit, nodeProcesses, systemClock } from '../io/index.ts';
import type { PipelineOptions } from '../pipeline/index.ts';
import type { CommandContext } from './command.ts';
import { createProgress } from './progress.ts';

/** Runs a use case on the real world with progress on stderr; the bar is gone before anything else is printed. */
export async function withPipeline<Result>(
  { flags, terminal }: CommandContext,
  use: (options: PipelineOptions) => Promise<Result>,
): Promise<Result> {
  const root = findRepositoryRoot(flags.directory);
  const progress = createProgress(terminal, () => systemClock.now());
  try {
    return await use({
      root,
      ports: { files: nodeFiles, git: nodeGit(root), clock: systemClock, processes: nodeProcesses },
      progress: progress.report,
      noCache: terminal.env['CI'] === 'true',
    });
  } finally {
    progress.clear();
  }
}
