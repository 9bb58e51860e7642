import { UserError } from '../kernel/index.ts';
import type { Files } from '../kernel/index.ts';
import type { AppSummary, Fleet } from '../model/types.ts';
import { checkPinnedImage } from './image-reference.ts';
import { editImages } from './images-file.ts';
import { nearest } from './nearest.ts';
import { replaceFile } from './replace-file.ts';

export interface SetImageRequest {
  readonly files: Files;
  /** Absolute path of the repository. */
  readonly root: string;
  readonly fleet: Fleet;
  /** `<tenant>/<app>` */
  readonly app: string;
  readonly environment: string;
  /** `REPOSITORY@sha256:...` */
  readonly reference: string;
}

export interface ImageChange {
  readonly tenant: string;
  readonly app: string;
  readonly environment: string;
  /** Repo-relative. */
  readonly file: string;
  readonly image: string;
  readonly previous?: string;
  readonly action: 'create' | 'update' | 'unchanged';
}

/**
 * Writes the app's digest to `environments/<environment>/images/<tenant>.yaml`, and touches nothing else of that file.
 * Throws UserErrors for an unknown app or environment and for a reference without a digest.
 */
export function setImage(request: SetImageRequest): ImageChange {
  checkPinnedImage(request.reference);
  const app = findApp(request);
  const file = `environments/${request.environment}/images/${app.tenant}.yaml`;
  const path = `${request.root}/${file}`;
  const exists = request.files.type(path) !== undefined;
  const before = exists ? request.files.read(path).toString('utf8') : undefined;
  const edit = editImages({
    file,
    tenant: app.tenant,
    environment: request.environment,
    apps: request.fleet.apps
      .filter((one) => one.tenant === app.tenant && one.origin === 'image')
      .map((one) => one.name),
    app: app.name,
    reference: request.reference,
    ...(before === undefined ? {} : { text: before }),
  });
  if (edit.text !== before) replaceFile(request.files, path, edit.text);
  return {
    tenant: app.tenant,
    app: app.name,
    environment: request.environment,
    file,
    image: request.reference,
    ...(edit.previous === undefined ? {} : { previous: edit.previous }),
    action: edit.text === before ? 'unchanged' : edit.previous === undefined ? 'create' : 'update',
  };
}

function findApp({ fleet, app, environment }: SetImageRequest): AppSummary {
  const found = fleet.apps.find((one) => `${one.tenant}/${one.name}` === app);
  if (found === undefined) {
    const names = fleet.apps.map((one) => `${one.tenant}/${one.name}`);
    throw new UserError({
      code: 'unknown-app',
      message: `There is no app "${app}".`,
      hint: `${nearest(app, names)}Apps are given as <tenant>/<app>; \`keelson list apps\` lists them.`,
    });
  }
  if (!fleet.environments.some((one) => one.name === environment)) {
    const names = fleet.environments.map((one) => one.name);
    throw new UserError({
      code: 'unknown-environment',
      message: `There is no environment "${environment}".`,
      hint: `${nearest(environment, names)}Environments are ${names.join(', ')}.`,
    });
  }
  if (!found.environments.includes(environment)) {
    throw new UserError({
      code: 'app-not-in-environment',
      message: `App ${app} is not in environment "${environment}", but in ${found.environments.join(', ') || 'none'}.`,
      hint: `Add "${environment}" to its \`environments\`, or to its tenant's.`,
      location: found.declared,
    });
  }
  if (found.origin !== 'image') {
    throw new UserError({
      code: 'app-without-image',
      message: `App ${app} has ${found.origin} origin: its image is not set in this repository.`,
      hint: 'Change the revision or chart version of its `origin` instead.',
      location: found.declared,
    });
  }
  return found;
}
