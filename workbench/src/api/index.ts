export { api, dataOf } from './client.ts';
export { download } from './download.ts';
export { asProblem, type Issue, isTransient, ProblemError } from './problem.ts';
export type { Session, SessionOffice } from './session.ts';
export type { Answer, Body, Query } from './types.ts';
export { type UploadOptions, upload } from './upload.ts';
