/** Lines around each change. */
const context = 3;

/** Unified diff from what is rendered to what lies there; data of a Secret is never shown. */
export async function handEditDiff(path: string, rendered: string, found: string): Promise<string> {
  if (/^kind: Secret$/m.test(rendered) || /^kind: Secret$/m.test(found)) return 'a Secret: its content is not shown\n';
  if (rendered === found.replaceAll('\r\n', '\n')) return 'only line endings differ: CRLF instead of LF\n';
  const { createTwoFilesPatch } = await import('diff');
  const patch = createTwoFilesPatch('rendered', path, rendered, found, '', '', { context });
  return patch.slice(patch.indexOf('--- '));
}
