export * from './annotations.ts';
export * from './app-project.ts';
export * from './application.ts';
export * from './application-set.ts';
