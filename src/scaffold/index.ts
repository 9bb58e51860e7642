export { codeownersPath, renderCodeowners } from './codeowners.ts';
export { initRepository } from './init-repository.ts';
export { nearest } from './nearest.ts';
export { setImage } from './set-image.ts';
