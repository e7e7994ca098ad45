import { type Answer, api, type Body, dataOf, type Query, upload } from '../../api/index.ts';

export type Row = Answer<'/api/normative/projects'>['rows'][number];
export type Project = Answer<'/api/normative/projects/{id}'>;
export type Step = Project['steps'][number];
export type ProjectAction = Project['moves'][number]['action'];
export type GivenProject = Pick<Body<'/api/normative/projects', 'post'>, 'title' | 'basis'> & { major?: boolean };
export type BatchRow = Answer<'/api/normative/batches'>[number];
export type Batch = Answer<'/api/normative/batches/{id}'>;
export type BatchItem = Batch['items'][number];
export type BatchAction = Batch['moves'][number]['action'];
export type Conclusion = Body<'/api/normative/batches/{id}/conclusions', 'post'>['conclusion'];
export type Expiring = Answer<'/api/normative/expiring'>[number];
export type WordRow = Answer<'/api/normative/words'>[number];

/** All screens of this feature are read anew after each step. */
export const KEY = ['normative'] as const;

const at = (id: number) => ({ params: { path: { id } } });

export const readProjects = (query: Query<'/api/normative/projects'>) =>
	dataOf(api.GET('/api/normative/projects', { params: { query } }));
export const readProject = (id: number) => dataOf(api.GET('/api/normative/projects/{id}', at(id)));
export const openProject = ({ major = false, ...given }: GivenProject) =>
	dataOf(api.POST('/api/normative/projects', { body: { ...given, major } }));
export const changeProject = (id: number, revision: number, { major = false, ...given }: GivenProject) =>
	dataOf(api.PUT('/api/normative/projects/{id}', { ...at(id), body: { ...given, major, revision } }));
export const attachDocument = (id: number, revision: number, documentId: number | null) =>
	dataOf(api.POST('/api/normative/projects/{id}/document', { ...at(id), body: { revision, documentId } }));

/** Inputs of a step; what was not filled in is not sent. */
export type StepValues = Readonly<Record<string, string | number | null | undefined>>;

/** A step with its files. */
export const takeStep = (
	{ id, revision }: Pick<Project, 'id' | 'revision'>,
	action: ProjectAction,
	values: StepValues,
	files: readonly File[],
) =>
	upload(`/api/normative/projects/${id}/moves/${action}`, files, { name: 'files', fields: fieldsOf(revision, values) });

/** The values of a form as the fields of a multipart body. */
export function fieldsOf(revision: number, values: StepValues): Record<string, string> {
	const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
	return { revision: String(revision), ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])) };
}

/** Own drafts of normative documents, to be led to from a project. */
export const readDrafts = () =>
	dataOf(api.GET('/api/documents', { params: { query: { type: 'normative', state: 'draft', whose: 'all' } } }));

export const readBatches = () => dataOf(api.GET('/api/normative/batches'));
export const readBatch = (id: number) => dataOf(api.GET('/api/normative/batches/{id}', at(id)));
export const openBatch = (body: { title: string; onDay: string; wholeCounty?: boolean }) =>
	dataOf(api.POST('/api/normative/batches', { body: { wholeCounty: false, ...body } }));
export const conclude = (id: number, body: Body<'/api/normative/batches/{id}/conclusions', 'post'>) =>
	dataOf(api.POST('/api/normative/batches/{id}/conclusions', { ...at(id), body }));
export const moveBatch = (
	{ id, revision }: Pick<Batch, 'id' | 'revision'>,
	action: BatchAction,
	text: string,
	effectiveOn: string | null = null,
) =>
	dataOf(
		api.POST('/api/normative/batches/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { revision, text, effectiveOn },
		}),
	);

export const readExpiring = () => dataOf(api.GET('/api/normative/expiring'));
export const evaluate = (id: number, body: Body<'/api/normative/documents/{id}/evaluations', 'post'>) =>
	dataOf(api.POST('/api/normative/documents/{id}/evaluations', { ...at(id), body }));

export const readWords = () => dataOf(api.GET('/api/normative/words'));
export const saveWord = (id: number, word: string) =>
	dataOf(api.PUT('/api/normative/words/{id}', { ...at(id), body: { word } }));
