import { type Answer, api, type Body, dataOf, type Query, upload } from '../../api/index.ts';

export type ExamRow = Answer<'/api/exams'>['rows'][number];
export type Exam = Answer<'/api/exams/{id}'>;
export type ExamBody = Body<'/api/exams', 'post'>;
export type Sitting = Answer<'/api/exams/{id}/sitting'>;
export type Paper = NonNullable<Sitting['sitting']>;
export type Review = Answer<'/api/exams/{id}/review'>;
export type Results = Answer<'/api/exams/{id}/results'>;
export type BankRow = Answer<'/api/exam-questions'>['rows'][number];
export type QuestionBody = Body<'/api/exam-questions', 'post'>;
export type QuestionImport = Answer<'/api/exam-questions/import', 'post'>;
export type Answers = Paper['answers'];

export const EXAMS = ['exams'] as const;
export const BANK = ['exam-questions'] as const;

const at = (id: number) => ({ params: { path: { id } } });

export const readExams = async () => (await dataOf(api.GET('/api/exams'))).rows;
export const readExam = (id: number) => dataOf(api.GET('/api/exams/{id}', at(id)));
export const createExam = (body: ExamBody) => dataOf(api.POST('/api/exams', { body }));
export const changeExam = (id: number, body: Body<'/api/exams/{id}', 'put'>) =>
	dataOf(api.PUT('/api/exams/{id}', { ...at(id), body }));
export const moveExam = (id: number, action: 'announce' | 'withdraw') =>
	dataOf(api.POST('/api/exams/{id}/moves/{action}', { params: { path: { id, action } } }));

export const readSitting = (id: number) => dataOf(api.GET('/api/exams/{id}/sitting', at(id)));
export const startSitting = (id: number) => dataOf(api.POST('/api/exams/{id}/start', at(id)));
export const keepAnswers = (id: number, answers: Answers, version: number) =>
	dataOf(api.PUT('/api/exams/{id}/answers', { ...at(id), body: { answers, version } }));
export const handIn = (id: number, answers: Answers, version: number) =>
	dataOf(api.POST('/api/exams/{id}/submit', { ...at(id), body: { answers, version } }));
export const readReview = (id: number) => dataOf(api.GET('/api/exams/{id}/review', at(id)));
export const readResults = (id: number) => dataOf(api.GET('/api/exams/{id}/results', at(id)));

export const readBank = (query: Query<'/api/exam-questions'>) =>
	dataOf(api.GET('/api/exam-questions', { params: { query } }));
export const addQuestion = (body: QuestionBody) => dataOf(api.POST('/api/exam-questions', { body }));
export const changeQuestion = (key: string, body: Body<'/api/exam-questions/{key}', 'put'>) =>
	dataOf(api.PUT('/api/exam-questions/{key}', { params: { path: { key } }, body }));
export const retireQuestion = (key: string, retired: boolean) =>
	dataOf(api.POST('/api/exam-questions/{key}/retire', { params: { path: { key } }, body: { retired } }));
export const importQuestions = (file: File, mode: 'check' | 'save') =>
	upload<QuestionImport>('/api/exam-questions/import', [file], { fields: { mode } });

export type ArticleRow = Answer<'/api/knowledge'>['rows'][number];
export type Article = Answer<'/api/knowledge/{key}'>;
export type ArticleBody = Body<'/api/knowledge', 'post'>;

export const KNOWLEDGE = ['knowledge'] as const;
export const readKnowledge = async (query: Query<'/api/knowledge'>) =>
	(await dataOf(api.GET('/api/knowledge', { params: { query } }))).rows;
export const readArticle = (key: string) => dataOf(api.GET('/api/knowledge/{key}', { params: { path: { key } } }));
export const addArticle = (body: ArticleBody) => dataOf(api.POST('/api/knowledge', { body }));
export const changeArticle = (key: string, body: Body<'/api/knowledge/{key}', 'put'>) =>
	dataOf(api.PUT('/api/knowledge/{key}', { params: { path: { key } }, body }));
