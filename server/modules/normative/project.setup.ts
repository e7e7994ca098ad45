import type { Browser, PersonKey } from '../../../test/fixtures.ts';

/** Whoever works in a test, signed in. */
interface Desk {
	as(person: PersonKey): Promise<Browser>;
}

/** What the steps of a project say when a test does not mind. */
export const STEPS: Readonly<Record<string, Record<string, string>>> = {
	finishDraft: { text: '已完成征求意见稿和起草说明。' },
	openConsultation: { startsOn: '2026-04-01', endsOn: '2026-04-20', link: '/voice', text: '' },
	closeConsultation: { opinions: '3', adopted: '1', text: '收到意见3条，采纳1条，已作修改。' },
	passReview: { body: '柳溪镇司法所', text: '内容合法，程序合法，同意提交集体讨论。' },
	discuss: { meeting: '镇政府第5次党政联席会议', text: '会议审议通过，同意印发。' },
	sign: { text: '同意印发。' },
	number: { copies: '30', text: '' },
	submitFiling: { body: '青河县人民政府', text: '' },
	registerFiling: { filingNumber: '青备〔2026〕7号', text: '' },
};

/** Who usually takes each step. */
const WHO: Readonly<Record<string, PersonKey>> = {
	passReview: 'reviewer',
	returnReview: 'reviewer',
	skipReview: 'leader',
	skipDiscussion: 'leader',
	sign: 'leader',
	registerFiling: 'countyOfficer',
	returnFiling: 'countyOfficer',
};

/** The work on normative documents, at a desk of publishing. */
export interface NormativeDesk {
	/** 立项 by township A's clerk. */
	open(change?: object, person?: PersonKey): Promise<number>;
	view(id: number, person?: PersonKey): Promise<ProjectAnswer>;
	/** One step as a form; answers the status and the issues. */
	step(
		id: number,
		action: string,
		change?: Record<string, string>,
		person?: PersonKey,
	): Promise<{ status: number; keys: string[]; message: string }>;
	/** All steps of a list, each of which must be done. */
	lead(id: number, ...actions: string[]): Promise<void>;
	word(officeId: number, word: string): Promise<void>;
}

export interface ProjectAnswer {
	id: number;
	state: string;
	revision: number;
	number: string | null;
	documentId: number | null;
	filing: { due: string; late: boolean } | null;
	moves: { action: string; permitted: boolean; allowed: boolean }[];
	steps: { action: string; text: string; files: { id: number; fileName: string }[]; data: Record<string, unknown> }[];
}

/** Every step until the number. */
export const TO_NUMBER = [
	'finishDraft',
	'openConsultation',
	'closeConsultation',
	'passReview',
	'discuss',
	'sign',
	'number',
] as const;

export function normativeDesk(desk: Desk, today: string): NormativeDesk {
	const made: NormativeDesk = {
		open: async (change = {}, person = 'clerk') => {
			const body = { title: '柳溪镇村级小型工程管理办法', basis: '规范村级小型工程的立项和验收', ...change };
			const answer = await (await desk.as(person)).post('/api/normative/projects', body);
			if (answer.statusCode !== 200) throw new Error(answer.body);
			return answer.json().id;
		},
		view: async (id, person = 'clerk') =>
			(await (await desk.as(person)).get(`/api/normative/projects/${id}`)).json() as ProjectAnswer,
		step: async (id, action, change = {}, person = WHO[action] ?? 'clerk') => {
			const { revision } = await made.view(id, person);
			const fields = { revision: String(revision), onDay: today, ...STEPS[action], ...change };
			const answer = await (await desk.as(person)).upload(`/api/normative/projects/${id}/moves/${action}`, [], fields);
			const body = answer.json() as { title?: string; issues?: { key: string }[] };
			return {
				status: answer.statusCode,
				keys: (body.issues ?? []).map(({ key }) => key),
				message: body.title ?? '',
			};
		},
		lead: async (id, ...actions) => {
			for (const action of actions) {
				const { status, keys, message } = await made.step(id, action);
				if (status !== 200) throw new Error(`${action}: ${status} ${message} ${keys.join()}`);
			}
		},
		word: async (officeId, word) => {
			const answer = await (await desk.as('countyOfficer')).put(`/api/normative/words/${officeId}`, { word });
			if (answer.statusCode !== 200) throw new Error(answer.body);
		},
	};
	return made;
}
