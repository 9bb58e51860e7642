export * from './names.ts';
export * from './quantity.ts';
export * from './ip.ts';
export { cronSchedule, timeZone } from './cron.ts';
export { goDuration } from './time.ts';
export * from './re2.ts';
