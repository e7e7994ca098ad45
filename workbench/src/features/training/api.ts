import { useQuery } from '@tanstack/react-query';
import { type Answer, api, type Body, dataOf, type Query, upload } from '../../api/index.ts';

export type TrainingRow = Answer<'/api/trainings'>['rows'][number];
export type Training = Answer<'/api/trainings/{id}'>;
export type TrainingBody = Body<'/api/trainings', 'post'>;
export type TrainingAction = Training['moves'][number]['action'];
export type PeopleImport = Answer<'/api/trainings/{id}/import', 'post'>;

export const KEY = ['trainings'] as const;
export const REFRESH = [KEY, ['todo']];

const at = (id: number) => ({ params: { path: { id } } });

export const readTrainings = (query: Query<'/api/trainings'>) =>
	dataOf(api.GET('/api/trainings', { params: { query } }));
export const readTraining = (id: number) => dataOf(api.GET('/api/trainings/{id}', at(id)));
export const createTraining = (body: TrainingBody) => dataOf(api.POST('/api/trainings', { body }));
export const changeTraining = (id: number, body: Body<'/api/trainings/{id}', 'put'>) =>
	dataOf(api.PUT('/api/trainings/{id}', { ...at(id), body }));

export const moveTraining = (
	id: number,
	action: TrainingAction,
	body: Partial<Body<'/api/trainings/{id}/moves/{action}', 'post'>> = {},
) =>
	dataOf(
		api.POST('/api/trainings/{id}/moves/{action}', {
			params: { path: { id, action } },
			body: { text: '', entryId: null, separate: false, ...body },
		}),
	);

export const addPeople = (id: number, body: Body<'/api/trainings/{id}/people', 'post'>) =>
	dataOf(api.POST('/api/trainings/{id}/people', { ...at(id), body }));
export const removePerson = (id: number, personId: number) =>
	dataOf(api.DELETE('/api/trainings/{id}/people/{personId}', { params: { path: { id, personId } } }));
export const tickPeople = (id: number, marks: { id: number; attended: boolean }[]) =>
	dataOf(api.POST('/api/trainings/{id}/attendance', { ...at(id), body: { marks } }));
export const confirmPeople = (id: number, confirmed: boolean) =>
	dataOf(api.POST('/api/trainings/{id}/confirm', { ...at(id), body: { confirmed } }));
export const rateTraining = (id: number, scores: number[], comment: string) =>
	dataOf(api.POST('/api/trainings/{id}/rating', { ...at(id), body: { scores, comment } }));
export const removeFile = (id: number, fileId: number) =>
	dataOf(api.DELETE('/api/trainings/{id}/files/{fileId}', { params: { path: { id, fileId } } }));
export const sendFiles = (id: number, files: readonly File[]) => upload(`/api/trainings/${id}/files`, files);
export const importPeople = (id: number, file: File, mode: 'check' | 'save') =>
	upload<PeopleImport>(`/api/trainings/${id}/import`, [file], { fields: { mode } });

/** Kinds, offices, colleagues; they do not change while the page is open. */
export function useTrainingOptions() {
	return useQuery({
		queryKey: ['training-options'],
		queryFn: () => dataOf(api.GET('/api/trainings/options')),
		staleTime: 300_000,
	});
}

export type Roster = Answer<'/api/posts'>;
export type Holder = Roster['rows'][number];
export type HolderBody = Body<'/api/posts', 'post'>;
export type Handover = Answer<'/api/handovers/{id}'>;
export type HandoverRow = Answer<'/api/handovers'>['rows'][number];

export const POSTS_KEY = ['posts'] as const;
export const HANDOVERS_KEY = ['handovers'] as const;

export const readRoster = (past: boolean) =>
	dataOf(api.GET('/api/posts', { params: { query: { past: past ? 'true' : 'false' } } }));
export const addHolder = (body: HolderBody) => dataOf(api.POST('/api/posts', { body }));
export const changeHolder = (id: number, body: Body<'/api/posts/{id}', 'put'>) =>
	dataOf(api.PUT('/api/posts/{id}', { ...at(id), body }));
export const wordDuty = (post: Holder['post'], text: string) =>
	dataOf(api.PUT('/api/post-duties/{post}', { params: { path: { post } }, body: { text } }));

export const readHandovers = async () => (await dataOf(api.GET('/api/handovers'))).rows;
export const readHandover = (id: number) => dataOf(api.GET('/api/handovers/{id}', at(id)));
export const openHandover = (body: Body<'/api/handovers', 'post'>) => dataOf(api.POST('/api/handovers', { body }));
export const stepHandover = ({ id, revision }: Handover, step: 'refresh' | 'confirm' | 'cancel') => {
	const given = { ...at(id), body: { revision } };
	if (step === 'refresh') return dataOf(api.POST('/api/handovers/{id}/refresh', given));
	if (step === 'cancel') return dataOf(api.POST('/api/handovers/{id}/cancel', given));
	return dataOf(api.POST('/api/handovers/{id}/confirm', given));
};
