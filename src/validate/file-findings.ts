import type { Finding, UserError } from '../kernel/index.ts';
import { fileFinding } from './finding.ts';
import type { Locate } from './locate.ts';
import type { Manifest, Origin, SourceFile } from '../analysis/index.ts';
import { distUntouchedRule, readableRule, uniqueKeysRule } from './rules/file-rules.ts';
import { gap } from './validation.ts';
import type { FileVerdict } from './engine.ts';

export function unreadable(file: SourceFile, { code, message, hint, location }: UserError): Finding {
  const problem = { messageId: code, message, ...(hint === undefined ? {} : { fix: hint }) };
  return fileFinding(readableRule, problem, file, location);
}

export function doubledFinding(file: SourceFile, { message, location }: UserError): Finding {
  return fileFinding(uniqueKeysRule, { messageId: 'duplicate', message }, file, location);
}

export function noKind(manifest: Manifest, locate: Locate): Finding {
  const missing = ['apiVersion', 'kind'].filter(
    (key) => typeof manifest.value[key] !== 'string' || manifest.value[key] === '',
  );
  const problem = {
    messageId: 'no-kind',
    message: `the document has no ${missing.join(' and no ')}, so nobody knows what it is`,
    fix: 'Give it `apiVersion` and `kind`, or keep the file out of the folder that is validated.',
  };
  return fileFinding(readableRule, problem, manifest.file, locate(manifest, '', false));
}

/** What is said of a file that cannot even be opened: a link that leads nowhere, a folder that nobody may list. */
export function unreadableFile(path: string, reason: string): FileVerdict {
  const problem = {
    messageId: 'cannot-open',
    message: `the file cannot be opened (${reason})`,
    fix: 'Correct the link or the rights, or keep it out of the folder that is validated.',
  };
  const finding = fileFinding(readableRule, problem, { path }, undefined);
  return { findings: [finding], objects: 0, checked: 0, notChecked: [gap('unreadable', path, 1)] };
}

/** What is said of a file below `dist/` that is not as it was rendered. What is in it is judged all the same. */
export function touchedFile(file: {
  readonly path: string;
  readonly origin?: Origin | undefined;
  readonly messageId: string;
  readonly message: string;
}): FileVerdict {
  return { findings: [fileFinding(distUntouchedRule, file, file, undefined)], objects: 0, checked: 0, notChecked: [] };
}
