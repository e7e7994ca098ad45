import type { z } from 'zod';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, type PersonKey, signIn } from '../../../test/fixtures.ts';
import { SECRECY_QUESTIONS } from './rules/secrecy.ts';
import type { documentAnswer } from './schemas.ts';

type Answer = z.output<typeof documentAnswer>;
type Content = Answer['content'];

/** A county at work, with its people signed in and columns in place. */
export interface Desk {
	server: TestApp;
	county: County;
	as(person: PersonKey): Promise<Browser>;
	/** Sets the clock; sessions end on the way, so everybody signs in anew. */
	on(instant: string): void;
	/** Id of a column of township A. */
	column(slug: string): Promise<number>;
	/** A complete draft of township A's clerk; `change` sets fields. */
	draft(change?: Partial<Content>): Promise<number>;
	read(id: number, person?: PersonKey): Promise<Answer>;
	/** Does a move and expects it to be done. */
	move(id: number, person: PersonKey, name: string, body?: object): Promise<void>;
	/** Brings a draft to the desk of the leader. */
	toSignature(id: number): Promise<void>;
	/** Keeps an 影响评估 of the edition in hand (个人信息保护法第五十五条). */
	assess(id: number): Promise<void>;
	/** From draft to portal. */
	publish(id: number): Promise<void>;
	page(url: string): Promise<{ status: number; body: string; headers: Record<string, unknown> }>;
}

/** Day of making that is within the 20 working days on the test's day, 2026-06-01. */
export const FORMED_ON = '2026-05-20';

export const ASSESSMENT = {
	assessedOn: FORMED_ON,
	assessor: '柳溪镇党政办公室',
	conclusion: '公开合法、必要，只公开值班号码，风险可控。',
};

export const SHEET = {
	answers: Object.fromEntries(SECRECY_QUESTIONS.map(({ key }) => [key, { answer: 'no', note: '' }])),
	conclusion: 'agree',
};

export async function openDesk(now?: string, env: Record<string, string> = {}): Promise<Desk> {
	const server = await createTestApp(now, env);
	const county = await makeCounty(server);
	await server.settle();
	const browsers = new Map<PersonKey, Promise<Browser>>();
	const as = (person: PersonKey) => {
		const known = browsers.get(person) ?? signIn(server, person);
		browsers.set(person, known);
		return known;
	};
	const desk: Desk = {
		server,
		county,
		as,
		on: (instant) => {
			server.clock.set(instant);
			browsers.clear();
		},
		column: async (slug) => {
			const columns = (await (await as('clerk')).get('/api/columns')).json() as { id: number; slug: string }[];
			const found = columns.find((column) => column.slug === slug);
			if (!found) throw new Error(`no column ${slug}`);
			return found.id;
		},
		draft: async (change = {}) => await makeDraft(desk, change),
		read: async (id, person = 'clerk') => await ok(await (await as(person)).get(`/api/documents/${id}`)),
		move: async (id, person, name, body = {}) => {
			await ok(await (await as(person)).post(`/api/documents/${id}/${name}`, body));
		},
		toSignature: async (id) => {
			await desk.move(id, 'clerk', 'submit');
			await desk.move(id, 'reviewer', 'proofread');
			await desk.move(id, 'secrecyReviewer', 'secrecy-review', SHEET);
		},
		assess: async (id) => {
			const paper = { name: '影响评估报告.txt', content: `评估报告第${id}号。` };
			const url = `/api/documents/${id}/impact-assessments`;
			await ok(await (await desk.as('clerk')).upload(url, [paper], ASSESSMENT));
		},
		publish: async (id) => {
			await desk.toSignature(id);
			// The leader has looked at what no program can read.
			await desk.move(id, 'leader', 'sign-off', { checkedByHand: true });
		},
		page: async (url) => {
			const { statusCode, body, headers } = await server.inject({ url });
			return { status: statusCode, body, headers };
		},
	};
	return desk;
}

async function makeDraft(desk: Desk, change: Partial<Content>): Promise<number> {
	const clerk = await desk.as('clerk');
	const columnId = change.columnId ?? (await desk.column('notices'));
	const type = change.type ?? 'notice';
	const { id } = (await ok(await clerk.post('/api/documents', { columnId, type }))) as unknown as { id: number };
	// What a test does not lead through the process of 规范性文件 counts as made before it.
	if (type === 'normative')
		await ok(await clerk.post(`/api/documents/${id}/register-old`, { reason: '系统启用以前制定的文件' }));
	const { content, version } = await desk.read(id);
	const whole = {
		...content,
		title: '关于做好汛期值班工作的通知',
		formedOn: FORMED_ON,
		theme: '农业、林业、水利',
		summary: '安排全镇汛期值班和险情报告。',
		keywords: ['防汛', '值班'],
		body: '<p>各村民委员会：</p><p>进入汛期后，各村应当安排专人二十四小时值班。</p>',
		...change,
	};
	await ok(await clerk.put(`/api/documents/${id}/draft`, { version, content: whole }));
	return id;
}

async function ok(answer: Awaited<ReturnType<Browser['get']>>): Promise<Answer> {
	if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
	return answer.json() as Answer;
}
