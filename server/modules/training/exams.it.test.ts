import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, type PersonKey, signIn } from '../../../test/fixtures.ts';
import { SHIPPED_QUESTIONS } from './bank/shipped.ts';
import type { Question } from './model.ts';

let server: TestApp;
let county: County;
let browsers: Map<PersonKey, Promise<Browser>>;
const as = (person: PersonKey) => {
	const known = browsers.get(person) ?? signIn(server, person);
	browsers.set(person, known);
	return known;
};

beforeAll(async () => {
	server = await createTestApp('2026-06-01T01:00:00Z');
	county = await makeCounty(server);
	browsers = new Map();
});
afterAll(() => server?.close());

/** Sets the clock; sessions end over night, so everybody signs in anew. */
const at = (time: string) => {
	server.clock.set(`2026-06-${time}:00Z`);
	browsers.clear();
};
const get = async (person: PersonKey, url: string) => await (await as(person)).get(url);
const post = async (person: PersonKey, url: string, body?: object) => await (await as(person)).post(url, body);
const put = async (person: PersonKey, url: string, body: object) => await (await as(person)).put(url, body);

const EXAM = {
	...{ title: '条例应知应会测试', note: '', mode: 'fixed', chosen: ['T001', 'T002', 'T005'], quotas: [], offices: [] },
	...{ opensAt: '2026-06-01T00:00:00Z', closesAt: '2026-06-03T00:00:00Z', minutes: 30, passMark: 60, tries: 1 },
	sealed: true,
};

async function announced(change: object = {}): Promise<number> {
	const made = await post('countyOfficer', '/api/exams', { ...EXAM, ...change });
	if (made.statusCode !== 200) throw new Error(made.body);
	const { id } = made.json();
	const told = await post('countyOfficer', `/api/exams/${id}/moves/announce`);
	if (told.statusCode !== 200) throw new Error(told.body);
	return id;
}

const shipped = (key: string): Question => {
	const found = SHIPPED_QUESTIONS.find((question) => question.key === key);
	if (!found) throw new Error(key);
	return found;
};
const allRight = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, [...shipped(key).answer]]));
const keysOf = (body: { sitting: { questions: { key: string }[] } }) => body.sitting.questions.map(({ key }) => key);

describe('an exam from its setting to its result', () => {
	it('is set by the county, taken by a clerk, marked at once, and shown by office and article', async () => {
		at('01T01:00');
		const id = await announced();
		const list = (await get('clerk', '/api/exams')).json().rows;
		expect(list.find((row: { id: number }) => row.id === id)).toMatchObject({
			takes: true,
			window: 'open',
			questions: 3,
		});
		const started = (await post('clerk', `/api/exams/${id}/start`)).json();
		expect(keysOf(started).sort()).toEqual(['T001', 'T002', 'T005']);
		expect(started.sitting.secondsLeft).toBe(1800);
		const answers = { ...allRight(['T001', 'T002']), T005: [0] };
		const done = await post('clerk', `/api/exams/${id}/submit`, { answers, version: started.sitting.version });
		expect(done.json()).toMatchObject({ standing: { tries: 1, left: 0 }, sitting: { over: true, questions: [] } });
		const { offices } = (await get('countyOfficer', `/api/exams/${id}/results`)).json();
		const own = offices.find(({ officeId }: { officeId: number }) => officeId === county.townshipA.id);
		expect(own).toMatchObject({ expected: 4, took: 1 });
		expect(own.people.find(({ name }: { name: string }) => name === '林晓')).toMatchObject({ tries: 1 });
		// Who sets the questions is expected nowhere.
		expect(JSON.stringify(offices)).not.toContain('顾宁');
	});

	it('gives a certificate to whoever has passed, in both formats, and to nobody else', async () => {
		at('01T01:00');
		const id = await announced();
		const { sitting } = (await post('clerk', `/api/exams/${id}/start`)).json();
		expect((await get('clerk', `/api/exams/${id}/certificate`)).statusCode).toBe(409);
		const answers = allRight(['T001', 'T002', 'T005']);
		const done = (await post('clerk', `/api/exams/${id}/submit`, { answers, version: sitting.version })).json();
		expect(done.sitting.score).toBe(100);
		for (const [format, mark] of [
			['docx', 'PK'],
			['pdf', '%PDF'],
		]) {
			const paper = await get('clerk', `/api/exams/${id}/certificate?format=${format}`);
			expect(paper.statusCode, format).toBe(200);
			expect(paper.rawPayload.subarray(0, 4).toString('latin1')).toContain(mark);
		}
		expect((await get('reviewer', `/api/exams/${id}/certificate`)).statusCode).toBe(409);
		expect((await get('countyOfficer', `/api/exams/${id}/certificate`)).statusCode).toBe(404);
	});
});

describe('time is the server’s', () => {
	it('opens and closes the window to the minute', async () => {
		at('01T01:00');
		const id = await announced({ opensAt: '2026-06-02T00:00:00Z' });
		expect((await post('clerk', `/api/exams/${id}/start`)).statusCode).toBe(409);
		at('01T23:59');
		expect((await post('clerk', `/api/exams/${id}/start`)).statusCode).toBe(409);
		at('02T00:00');
		expect((await post('clerk', `/api/exams/${id}/start`)).statusCode).toBe(200);
		at('03T00:00');
		expect((await post('reviewer', `/api/exams/${id}/start`)).statusCode).toBe(409);
	});

	it('goes on after a killed browser with the same paper, what was saved, and less time', async () => {
		at('01T01:00');
		const id = await announced();
		const first = (await post('clerk', `/api/exams/${id}/start`)).json();
		const saved = await put('clerk', `/api/exams/${id}/answers`, {
			answers: { T001: [1] },
			version: first.sitting.version,
		});
		expect(saved.json()).toEqual({ version: first.sitting.version + 1 });
		at('01T01:10');
		browsers.delete('clerk');
		const again = (await post('clerk', `/api/exams/${id}/start`)).json();
		expect(keysOf(again)).toEqual(keysOf(first));
		expect(again.sitting).toMatchObject({ number: 1, answers: { T001: [1] }, secondsLeft: 1200 });
	});

	it('takes nothing after the time, and marks what was saved before it', async () => {
		at('01T01:00');
		const id = await announced();
		const { sitting } = (await post('clerk', `/api/exams/${id}/start`)).json();
		const one = { T001: [...shipped('T001').answer] };
		const { version } = (
			await put('clerk', `/api/exams/${id}/answers`, { answers: one, version: sitting.version })
		).json();
		at('01T01:30');
		const all = allRight(['T001', 'T002', 'T005']);
		for (const late of [
			await put('clerk', `/api/exams/${id}/answers`, { answers: all, version }),
			await post('clerk', `/api/exams/${id}/submit`, { answers: all, version }),
		]) {
			expect(late.statusCode).toBe(409);
			expect(late.json().title).toContain('答题时间已到');
		}
		const { standing } = (await get('clerk', `/api/exams/${id}/sitting`)).json();
		expect(standing.best).toBeGreaterThan(0);
		expect(standing.best).toBeLessThan(60);
		expect((await post('clerk', `/api/exams/${id}/start`)).statusCode).toBe(409);
	});

	it('never gives more time than the window has', async () => {
		at('02T23:50');
		const id = await announced();
		expect((await post('clerk', `/api/exams/${id}/start`)).json().sitting.secondsLeft).toBe(600);
	});

	it('is handed in once, from one window', async () => {
		at('01T01:00');
		const id = await announced({ tries: 2 });
		const both = await Promise.all([post('clerk', `/api/exams/${id}/start`), post('clerk', `/api/exams/${id}/start`)]);
		expect(both.map((one) => one.json().sitting.number)).toEqual([1, 1]);
		const { version } = both[0].json().sitting;
		const twice = await Promise.all(
			[1, 2].map(() => post('clerk', `/api/exams/${id}/submit`, { answers: {}, version })),
		);
		expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
		expect((await put('clerk', `/api/exams/${id}/answers`, { answers: {}, version: version + 1 })).statusCode).toBe(
			409,
		);
		expect((await post('clerk', `/api/exams/${id}/start`)).json().sitting.number).toBe(2);
	});
});

describe('right answers', () => {
	/** What no taker may read anywhere: explanations and anything called an answer key. */
	const SECRETS = ['"why"', '"answer"', '"pool"', '"seed"', '"chosen":['];

	it('are told by no route before the paper is handed in, nor before the window closes', async () => {
		at('01T01:00');
		const id = await announced();
		const urls = ['', '/sitting', '/review', '/results', '/certificate'].map((end) => `/api/exams/${id}${end}`);
		const all = ['/api/exams', ...urls, '/api/exam-questions', '/api/exam-questions/template'];
		const look = async (person: PersonKey) => {
			for (const url of all) {
				const answer = await get(person, url);
				for (const secret of SECRETS) expect(answer.body, `${person} ${url} ${secret}`).not.toContain(secret);
				for (const { why } of [shipped('T001'), shipped('T005')]) expect(answer.body).not.toContain(why);
			}
		};
		await look('clerk');
		const started = await post('clerk', `/api/exams/${id}/start`);
		for (const secret of SECRETS) expect(started.body).not.toContain(secret);
		await look('clerk');
		const { version } = started.json().sitting;
		const saved = await put('clerk', `/api/exams/${id}/answers`, { answers: { T001: [0] }, version });
		expect(Object.keys(saved.json())).toEqual(['version']);
		const done = await post('clerk', `/api/exams/${id}/submit`, { answers: {}, version: version + 1 });
		for (const secret of SECRETS) expect(done.body).not.toContain(secret);
		await look('clerk');
		await look('reviewer');
		// The share of each article tells what was right: while it is sealed, an office does not learn it.
		expect((await get('clerk', `/api/exams/${id}/results`)).json().articles).toEqual([]);
		at('03T00:00');
		const review = (await get('clerk', `/api/exams/${id}/review`)).json();
		expect(review.attempts[0].questions[0].why).not.toBe('');
		// Not for those who have not taken it.
		expect((await get('reviewer', `/api/exams/${id}/review`)).statusCode).toBe(403);
	});

	it('are shown after the last try where the exam is not sealed, and not between two', async () => {
		at('01T01:00');
		const id = await announced({ sealed: false, tries: 2 });
		const sit = async () => {
			const { sitting } = (await post('clerk', `/api/exams/${id}/start`)).json();
			await post('clerk', `/api/exams/${id}/submit`, { answers: {}, version: sitting.version });
		};
		await sit();
		expect((await get('clerk', `/api/exams/${id}/review`)).statusCode).toBe(403);
		await sit();
		expect((await get('clerk', `/api/exams/${id}/review`)).statusCode).toBe(200);
	});

	it('cannot be known by whoever sits: who sets the questions takes none', async () => {
		at('01T01:00');
		const id = await announced();
		expect((await post('countyOfficer', `/api/exams/${id}/start`)).statusCode).toBe(403);
		expect((await post('administrator', `/api/exams/${id}/start`)).statusCode).toBe(403);
	});
});

describe('who takes it', () => {
	it('is whoever it is for; to others it is not there, and a draft to nobody', async () => {
		at('01T01:00');
		const id = await announced({ offices: [county.townshipA.id] });
		expect((await get('clerkB', `/api/exams/${id}`)).statusCode).toBe(404);
		expect((await post('clerkB', `/api/exams/${id}/start`)).statusCode).toBe(403);
		const draft = (await post('countyOfficer', '/api/exams', EXAM)).json().id;
		expect((await get('clerk', `/api/exams/${draft}`)).statusCode).toBe(404);
		expect((await post('clerk', `/api/exams/${draft}/start`)).statusCode).toBe(404);
		expect((await post('clerk', '/api/exams', EXAM)).statusCode).toBe(403);
	});

	it('an office sees the results of its own people only', async () => {
		at('01T01:00');
		const id = await announced();
		const { offices } = (await get('clerkB', `/api/exams/${id}/results`)).json();
		expect(offices.map(({ officeId }: { officeId: number }) => officeId)).toEqual([county.townshipB.id]);
		expect((await get('reviewer', `/api/exams/${id}/results`)).statusCode).toBe(403);
	});
});

describe('a drawn paper', () => {
	it('holds what was asked for, differs from person to person, and stays as announced when the bank changes', async () => {
		at('01T01:00');
		const quotas = [
			{ kind: 'single', level: 1, from: 1, to: 56, count: 8 },
			{ kind: 'judge', level: 0, from: 27, to: 45, count: 5 },
		];
		const id = await announced({ mode: 'random', chosen: [], quotas });
		const a = keysOf((await post('clerk', `/api/exams/${id}/start`)).json());
		const b = keysOf((await post('clerkB', `/api/exams/${id}/start`)).json());
		expect(a).toHaveLength(13);
		expect(a).not.toEqual(b);
		await post('countyOfficer', `/api/exam-questions/${a[0]}/retire`, { retired: true });
		expect(keysOf((await post('clerk', `/api/exams/${id}/start`)).json())).toEqual(a);
		await post('countyOfficer', `/api/exam-questions/${a[0]}/retire`, { retired: false });
		const setting = (await get('countyOfficer', `/api/exams/${id}`)).json().setting;
		expect(setting.seed).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('is refused when the bank cannot fill it, beside the quota', async () => {
		at('01T01:00');
		const quotas = [{ kind: 'single', level: 3, from: 1, to: 1, count: 5 }];
		const { id } = (await post('countyOfficer', '/api/exams', { ...EXAM, mode: 'random', quotas })).json();
		const refused = await post('countyOfficer', `/api/exams/${id}/moves/announce`);
		expect(refused.statusCode).toBe(422);
		expect(refused.json().issues[0].field).toBe('quotas.0.count');
	});

	it('cannot be changed once people know of it, and a second hand on a draft is told', async () => {
		at('01T01:00');
		const id = await announced();
		const changed = await put('countyOfficer', `/api/exams/${id}`, { ...EXAM, revision: 2 });
		expect(changed.statusCode).toBe(409);
		const draft = (await post('countyOfficer', '/api/exams', EXAM)).json().id;
		expect((await put('countyOfficer', `/api/exams/${draft}`, { ...EXAM, revision: 1 })).statusCode).toBe(200);
		expect((await put('countyOfficer', `/api/exams/${draft}`, { ...EXAM, revision: 1 })).statusCode).toBe(409);
		expect((await post('countyOfficer', '/api/exams', { ...EXAM, closesAt: EXAM.opensAt })).statusCode).toBe(422);
	});
});

async function sheet(rows: readonly (readonly string[])[]): Promise<Buffer> {
	const book = new ExcelJS.Workbook();
	const page = book.addWorksheet('题目');
	page.addRow([
		'题型',
		'题干',
		'选项A',
		'选项B',
		'选项C',
		'选项D',
		'选项E',
		'选项F',
		'答案',
		'依据条次',
		'难度',
		'解析',
	]);
	for (const row of rows) page.addRow([...row]);
	return Buffer.from(await book.xlsx.writeBuffer());
}

describe('the bank', () => {
	const QUESTION = {
		...{ kind: 'single', text: '本县规定信息员每周几核对一次栏目？', options: ['星期一', '星期五'], answer: [0] },
		...{ article: 4, level: 1, why: '本县工作制度的规定，供内部测试。' },
	};

	it('takes the county’s own questions, once, and lets them be changed and put aside', async () => {
		const { key } = (await post('countyOfficer', '/api/exam-questions', QUESTION)).json();
		expect(key).toMatch(/^C\d+$/);
		const twice = { ...QUESTION, text: '本县规定，信息员每周几核对一次栏目' };
		expect((await post('countyOfficer', '/api/exam-questions', twice)).json().issues[0].key).toBe('question.same');
		const better = { ...QUESTION, why: '本县工作制度第三条的规定。', revision: 1 };
		expect((await put('countyOfficer', `/api/exam-questions/${key}`, better)).statusCode).toBe(200);
		expect((await put('countyOfficer', `/api/exam-questions/${key}`, better)).statusCode).toBe(409);
		const shippedOne = { ...QUESTION, text: '这一道想改掉随系统提供的题目吗？', revision: 0 };
		expect((await put('countyOfficer', '/api/exam-questions/T001', shippedOne)).statusCode).toBe(409);
		await post('countyOfficer', `/api/exam-questions/${key}/retire`, { retired: true });
		const refused = await post('countyOfficer', '/api/exams', { ...EXAM, chosen: [key] });
		const { id } = refused.json();
		expect((await post('countyOfficer', `/api/exams/${id}/moves/announce`)).json().issues[0].key).toBe('exam.gone');
	});

	it('takes a sheet whole or not at all, and says what is wrong in which row', async () => {
		const upload = async (rows: string[][], mode: string) =>
			await (await as('countyOfficer')).upload(
				'/api/exam-questions/import',
				[{ name: '题目.xlsx', content: await sheet(rows) }],
				{ mode },
			);
		const good = [
			'多选题',
			'下列哪些属于本县统一栏目？',
			'机构职能',
			'财政预算',
			'食堂菜谱',
			'',
			'',
			'',
			'A、b',
			'20',
			'一般',
			'县目录统一规定。',
		];
		const bad = ['单选题', '缺少答案的题目怎样处理？', '甲', '', '丙', '', '', '', '', '第99条', '很难', '短'];
		const checked = (await upload([good, bad], 'check')).json();
		expect(checked).toMatchObject({ ready: false, imported: 0 });
		expect(checked.rows[0].issues).toEqual([]);
		expect(checked.rows[1].issues.map(({ key }: { key: string }) => key)).toEqual(
			expect.arrayContaining([
				'question.gap',
				'question.letters',
				'question.article',
				'question.level',
				'question.why',
			]),
		);
		expect((await upload([good, bad], 'save')).statusCode).toBe(422);
		expect((await upload([good], 'save')).json().imported).toBe(1);
		expect((await upload([good], 'check')).json().rows[0].issues[0].key).toBe('question.same');
		expect((await (await as('clerk')).upload('/api/exam-questions/import', [])).statusCode).toBe(403);
		const junk = [{ name: '题目.xlsx', content: '不是表格' }];
		expect((await (await as('countyOfficer')).upload('/api/exam-questions/import', junk)).statusCode).toBe(422);
	});
});
