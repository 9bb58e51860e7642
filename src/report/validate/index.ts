export { validateBody } from './document.ts';
export { validateGithub } from './github.ts';
export { validateJunit } from './junit.ts';
export { validateMarkdown } from './markdown.ts';
export { validateSarif } from './sarif.ts';
export { validateText } from './text.ts';
