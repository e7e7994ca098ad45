import { type Answer, api, type Body, dataOf, upload } from '../../api/index.ts';

export type TreeRow = Answer<'/api/evaluation/trees'>['rows'][number];
export type Tree = Answer<'/api/evaluation/trees/{id}'>;
export type TreeContent = Tree['content'];
export type TreeNode = TreeContent['nodes'][number];
export type RoundRow = Answer<'/api/evaluation/rounds'>['rows'][number];
export type Round = Answer<'/api/evaluation/rounds/{id}'>;
export type OfficeScore = Round['offices'][number];
export type RoundOptions = Answer<'/api/evaluation/rounds/options'>;
export type RoundBody = Body<'/api/evaluation/rounds', 'post'>;
export type RoundAction = Round['moves'][number]['action'];
export type Sheet = Answer<'/api/evaluation/rounds/{id}/offices/{officeId}'>;
export type Deduction = Sheet['rows'][number];
export type RuleAction = 'withdraw' | 'uphold' | 'change' | 'remove';
export type Verification = Answer<'/api/evaluation/rounds/{id}/verification'>;
export type Origin = Body<'/api/evaluation/trees', 'post'>['origin'];

/** All screens of this feature are read anew after each step. */
export const KEY = ['evaluation'] as const;

const at = (id: number) => ({ params: { path: { id } } });

export const readTrees = () => dataOf(api.GET('/api/evaluation/trees'));
export const readTree = (id: number) => dataOf(api.GET('/api/evaluation/trees/{id}', at(id)));
export const createTree = (year: number, origin: Origin) =>
	dataOf(api.POST('/api/evaluation/trees', { body: { year, origin } }));
export const saveTree = (id: number, body: Body<'/api/evaluation/trees/{id}', 'put'>) =>
	dataOf(api.PUT('/api/evaluation/trees/{id}', { ...at(id), body }));
export const fixTree = (id: number, revision: number) =>
	dataOf(api.POST('/api/evaluation/trees/{id}/fix', { ...at(id), body: { revision } }));
export const dropTree = (id: number, revision: number) =>
	dataOf(api.DELETE('/api/evaluation/trees/{id}', { params: { path: { id }, query: { revision } } }));

export const readRounds = () => dataOf(api.GET('/api/evaluation/rounds'));
export const readRound = (id: number) => dataOf(api.GET('/api/evaluation/rounds/{id}', at(id)));
export const readOptions = () => dataOf(api.GET('/api/evaluation/rounds/options'));
export const createRound = (body: RoundBody) => dataOf(api.POST('/api/evaluation/rounds', { body }));
export const saveRound = (id: number, revision: number, body: RoundBody) =>
	dataOf(api.PUT('/api/evaluation/rounds/{id}', { ...at(id), body: { ...body, revision } }));
export const moveRound = (id: number, action: RoundAction, body: { appealUntil?: string | null; text?: string }) =>
	dataOf(
		api.POST('/api/evaluation/rounds/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { appealUntil: null, text: '', ...body },
		}),
	);
export const drawRound = (id: number) => dataOf(api.POST('/api/evaluation/rounds/{id}/draw', at(id)));
export const verifyRound = (id: number) => dataOf(api.GET('/api/evaluation/rounds/{id}/verification', at(id)));

export const readSheet = (id: number, officeId: number) =>
	dataOf(api.GET('/api/evaluation/rounds/{id}/offices/{officeId}', { params: { path: { id, officeId } } }));
export const recordDeduction = (roundId: number, fields: Record<string, string>, files: readonly File[]) =>
	upload(`/api/evaluation/rounds/${roundId}/deductions`, files, { name: 'files', fields });
export const appealDeduction = (id: number, text: string, files: readonly File[]) =>
	upload(`/api/evaluation/deductions/${id}/appeal`, files, { name: 'files', fields: { text } });
export const ruleDeduction = (id: number, action: RuleAction, body: { text: string; points?: number | null }) =>
	dataOf(
		api.POST('/api/evaluation/deductions/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { points: null, ...body },
		}),
	);

/** What monitoring still sees in an office. */
export const readFindings = (officeId: number) =>
	dataOf(api.GET('/api/monitoring/findings', { params: { query: { officeId, all: 'false' } } }));
