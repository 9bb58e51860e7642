import { findRepositoryRoot, nodeFiles } from '../../io/index.ts';
import { exitCode } from '../../kernel/index.ts';
import { loadFleet } from '../../pipeline/index.ts';
import { imageSetBody, imageSetText } from '../../report/index.ts';
import { setImage } from '../../scaffold/index.ts';
import type { CommandContext, ImageSetOptions, Outcome } from '../command.ts';
import { withPipeline } from '../pipeline-options.ts';

export async function run(context: CommandContext, options: ImageSetOptions): Promise<Outcome> {
  const { fleet } = await withPipeline(context, loadFleet);
  const change = setImage({
    files: nodeFiles,
    root: findRepositoryRoot(context.flags.directory),
    fleet,
    app: options.app,
    environment: options.env,
    reference: options.reference,
  });
  return { exitCode: exitCode.clean, body: imageSetBody(change), text: () => imageSetText(change) };
}
