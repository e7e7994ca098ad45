import { type Answer, api, type Body, dataOf, upload } from '../../api/index.ts';

export type SurveyRow = Answer<'/api/surveys'>['rows'][number];
export type Survey = Answer<'/api/surveys/{id}'>;
export type Question = Survey['questions'][number];
export type SurveyBody = Body<'/api/surveys', 'post'>;
export type SurveyResult = Answer<'/api/surveys/{id}/results'>;
export type SurveyAction = 'fix' | 'end' | 'revise' | 'publish' | 'unpublish';
export type PaperBody = Body<'/api/surveys/{id}/paper', 'post'>;
export type Accountability = Answer<'/api/accountability'>['rows'][number];

export const SURVEYS = ['surveys'] as const;
export const ACCOUNTABILITY = ['accountability'] as const;

const at = (id: number) => ({ params: { path: { id } } });

export const readSurveys = () => dataOf(api.GET('/api/surveys'));
export const readSurvey = (id: number) => dataOf(api.GET('/api/surveys/{id}', at(id)));
export const readResult = (id: number) => dataOf(api.GET('/api/surveys/{id}/results', at(id)));
export const createSurvey = (body: SurveyBody) => dataOf(api.POST('/api/surveys', { body }));
export const saveSurvey = (id: number, revision: number, body: SurveyBody) =>
	dataOf(api.PUT('/api/surveys/{id}', { ...at(id), body: { ...body, revision } }));
export const moveSurvey = (id: number, action: SurveyAction, revision: number, text = '') =>
	dataOf(api.POST('/api/surveys/{id}/moves/{action}', { params: { path: { id, action } }, body: { revision, text } }));
export const addMeasure = (id: number, body: { doneOn: string; text: string }) =>
	dataOf(api.POST('/api/surveys/{id}/measures', { ...at(id), body }));
export const makeCodes = (id: number, count: number) =>
	dataOf(api.POST('/api/surveys/{id}/codes', { ...at(id), body: { count } }));
export const enterPaper = (id: number, body: PaperBody) =>
	dataOf(api.POST('/api/surveys/{id}/paper', { ...at(id), body }));

export const readAccountability = () => dataOf(api.GET('/api/accountability'));
export const recordAccountability = (fields: Record<string, string>, files: readonly File[]) =>
	upload('/api/accountability', files, { name: 'files', fields });
export const voidAccountability = (id: number, reason: string) =>
	dataOf(api.POST('/api/accountability/{id}/void', { ...at(id), body: { reason } }));
