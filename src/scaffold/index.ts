export { codeownersPath, renderCodeowners } from './codeowners.ts';
export { setImage, type ImageChange, type SetImageRequest } from './set-image.ts';
export { initRepository, type InitRequest, type InitResult } from './init-repository.ts';
