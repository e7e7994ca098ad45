import type { z } from 'zod';
import type { PersonKey } from '../../../test/fixtures.ts';
import type { Desk } from './desk.setup.ts';
import type { askedAnswer, askedOneAnswer, coordinationAnswer } from './schemas/coordination.ts';

type Shown = z.output<typeof coordinationAnswer>;

/** The hands of a coordination: asking, answering, and how it stands. */
export interface Table {
	/** Asks 县水务局 unless `whom` says otherwise, and answers how it stands. */
	ask(id: number, whom?: object): Promise<Shown>;
	tryAsk(id: number, whom?: object, person?: PersonKey): Promise<Answer>;
	/** The id of the last request about a document. */
	last(id: number): Promise<number>;
	answer(requestId: number, person?: PersonKey, body?: object): Promise<Answer>;
	asked(person?: PersonKey, query?: string): Promise<z.output<typeof askedAnswer>>;
	text(requestId: number, person?: PersonKey): Promise<{ status: number; body: z.output<typeof askedOneAnswer> }>;
	/** Says of a document what concerns others and what was approved. */
	say(id: number, change: object): Promise<Answer>;
	trySign(id: number, body?: object): Promise<Answer>;
	/** Writes a draft anew with some fields changed. */
	rewrite(id: number, change: object): Promise<void>;
}
type Answer = Awaited<ReturnType<Awaited<ReturnType<Desk['as']>>['get']>>;

export const QUESTION = '请确认有关水库水位的内容是否准确。';

export function tableOf(desk: Desk): Table {
	const post = async (person: PersonKey, url: string, body: object) => await (await desk.as(person)).post(url, body);
	const table: Table = {
		tryAsk: async (id, whom = { officeIds: [desk.county.department.id] }, person = 'clerk') =>
			await post(person, `/api/documents/${id}/coordination-requests`, { question: QUESTION, ...whom }),
		ask: async (id, whom) => {
			const answer = await table.tryAsk(id, whom);
			if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
			return answer.json() as Shown;
		},
		last: async (id) => (await desk.read(id)).coordination.requests.at(-1)?.id ?? 0,
		answer: async (requestId, person = 'clerkD', body = { reply: 'confirmed' }) =>
			await post(person, `/api/coordination-requests/${requestId}/answer`, body),
		asked: async (person = 'clerkD', query = '') =>
			(await (await desk.as(person)).get(`/api/coordination-requests${query}`)).json(),
		text: async (requestId, person = 'clerkD') => {
			const answer = await (await desk.as(person)).get(`/api/coordination-requests/${requestId}`);
			return { status: answer.statusCode, body: answer.json() };
		},
		say: async (id, change) => {
			const { id: seen, ...record } = (await desk.read(id)).coordination.record;
			return await (await desk.as('clerk')).put(`/api/documents/${id}/coordination`, { ...record, seen, ...change });
		},
		trySign: async (id, body = {}) => await post('leader', `/api/documents/${id}/sign-off`, body),
		rewrite: async (id, change) => {
			const { version, content } = await desk.read(id);
			const whole = { ...content, ...change };
			const saved = await (await desk.as('clerk')).put(`/api/documents/${id}/draft`, { version, content: whole });
			if (saved.statusCode !== 200) throw new Error(saved.body);
		},
	};
	return table;
}
