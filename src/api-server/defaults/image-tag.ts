const domain = /^(?:[a-zA-Z\d](?:[a-zA-Z\d.-]*[a-zA-Z\d])?|\[[a-fA-F\d:]+\])(?::\d+)?$/;
const path = /^[a-z\d]+(?:(?:\.|_|__|-+)[a-z\d]+)*(?:\/[a-z\d]+(?:(?:\.|_|__|-+)[a-z\d]+)*)*$/;
const tail =
  /^([^@]*?)(?::(\w[\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z\d]*(?:[-_+.][A-Za-z][A-Za-z\d]*)*:[\da-fA-F]{32,}))?$/;

/** The tag that an image's name stands for, `latest` where it has neither tag nor digest; undefined for what is no name of an image. */
export function imageTag(image: string): string | undefined {
  if (/^[a-f\d]{64}$/.test(image)) return undefined;
  const slash = image.indexOf('/');
  const first = image.slice(0, Math.max(slash, 0));
  const named = slash > 0 && (/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase());
  if (named && !domain.test(first)) return undefined;
  const [, name = '', tag, digest] = tail.exec(named ? image.slice(slash + 1) : image) ?? [];
  if (!path.test(name)) return undefined;
  return tag ?? (digest === undefined ? 'latest' : '');
}

export function pullPolicy(image: unknown): string {
  return typeof image === 'string' && imageTag(image) === 'latest' ? 'Always' : 'IfNotPresent';
}
