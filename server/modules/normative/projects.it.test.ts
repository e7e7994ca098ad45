import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';
import { type NormativeDesk, normativeDesk, TO_NUMBER } from './project.setup.ts';

const TODAY = '2026-06-01';
let desk: Desk;
let work: NormativeDesk;

beforeAll(async () => {
	desk = await openDesk('2026-06-01T02:00:00Z');
	work = normativeDesk(desk, TODAY);
	await work.word(desk.county.townshipA.id, '柳政规');
	await work.word(desk.county.townshipB.id, '石政规');
});
afterAll(() => desk?.server.close());

/** Fills in what the text of a project lacks, as its clerk. */
async function write(documentId: number, change: object = {}): Promise<void> {
	const clerk = await desk.as('clerk');
	const { content, version } = await desk.read(documentId);
	const whole = {
		...content,
		formedOn: '2026-05-28',
		expiresOn: '2031-05-27',
		theme: '农业、林业、水利',
		summary: '规范村级小型工程的立项、实施和验收。',
		body: '<p>第一条　为规范村级小型工程管理，制定本办法。</p>',
		...change,
	};
	expect((await clerk.put(`/api/documents/${documentId}/draft`, { version, content: whole })).statusCode).toBe(200);
}

describe('from 立项 to 备案 (law.md §5.7)', () => {
	it('takes every step in its order, is numbered, published and filed', async () => {
		const id = await work.open();
		// Out of order is refused as a conflict, whoever asks.
		for (const action of ['discuss', 'sign', 'number', 'submitFiling'])
			expect((await work.step(id, action)).status, action).toBe(409);
		await work.lead(id, ...TO_NUMBER);
		const numbered = await work.view(id);
		expect(numbered).toMatchObject({ state: 'numbered', number: '柳政规〔2026〕1号', filing: null });
		const documentId = numbered.documentId ?? 0;
		const text = await desk.read(documentId);
		expect(text.content.documentNumber).toBe('柳政规〔2026〕1号');
		expect(text.registration).toMatchObject({ kind: 'process', number: '柳政规〔2026〕1号' });
		// Not public yet: nothing to file.
		expect((await work.step(id, 'submitFiling')).keys).toEqual(['flow.notPublic']);
		await write(documentId);
		await desk.publish(documentId);
		expect((await desk.page(`/d/${documentId}`)).body).toContain('柳政规〔2026〕1号');
		expect((await work.view(id)).filing).toMatchObject({ due: '2026-06-16', late: false });
		// Public: not to be stopped any more.
		expect((await work.step(id, 'stop', { text: '不再需要制定本办法。' })).keys).toEqual(['flow.public']);
		await work.lead(id, 'submitFiling', 'registerFiling');
		const filed = await work.view(id);
		expect(filed.state).toBe('filed');
		expect(filed.steps.map(({ action }) => action)).toEqual(['open', ...TO_NUMBER, 'submitFiling', 'registerFiling']);
		expect(filed.steps.at(-1)?.data).toMatchObject({ filingNumber: '青备〔2026〕7号' });
	});

	it('keeps the file of a step, for its office and the county alone', async () => {
		const id = await work.open();
		await work.lead(id, 'finishDraft', 'openConsultation', 'closeConsultation');
		const { revision } = await work.view(id);
		const reviewer = await desk.as('reviewer');
		const fields = { revision: String(revision), onDay: TODAY, body: '镇司法所', text: '内容和程序合法，同意。' };
		const url = `/api/normative/projects/${id}/moves/passReview`;
		const bad = [{ name: '意见.docx', content: 'MZ\u0090\u0000program' }];
		expect((await reviewer.upload(url, bad, fields)).statusCode).toBe(415);
		const file = { name: '合法性审核意见.txt', content: '同意。' };
		expect((await reviewer.upload(url, [file], fields)).statusCode).toBe(200);
		const [kept] = (await work.view(id)).steps.at(-1)?.files ?? [];
		expect(kept?.fileName).toBe('合法性审核意见.txt');
		const at = `/api/normative/projects/${id}/files/${kept?.id}`;
		expect((await reviewer.get(at)).statusCode).toBe(200);
		expect((await (await desk.as('countyOfficer')).get(at)).statusCode).toBe(200);
		expect((await (await desk.as('clerkB')).get(at)).statusCode).toBe(404);
	});

	it('is reviewed by somebody who did not draft it, and goes back to be drafted again', async () => {
		const id = await work.open();
		await work.lead(id, 'finishDraft', 'openConsultation', 'closeConsultation');
		expect((await work.step(id, 'passReview', {}, 'clerk')).status).toBe(403);
		expect((await work.step(id, 'passReview', { body: '', text: '可' })).keys).toEqual(['step.body', 'step.opinion']);
		expect((await work.step(id, 'returnReview', { body: '镇司法所', text: '第五条增设许可，应当删去。' })).status).toBe(
			200,
		);
		expect((await work.view(id)).state).toBe('planned');
	});

	it('consults thirty days about a major decision, or says why not (《重大行政决策程序暂行条例》第十五条)', async () => {
		const id = await work.open({ major: true });
		await work.lead(id, 'finishDraft');
		const short = { startsOn: '2026-04-01', endsOn: '2026-04-30' };
		expect((await work.step(id, 'openConsultation', short)).keys).toEqual(['step.short']);
		expect(
			(await work.step(id, 'openConsultation', { ...short, link: 'javascript:alert(1)', text: '防汛急需' })).keys,
		).toEqual(['step.short', 'step.link']);
		expect((await work.step(id, 'openConsultation', { ...short, endsOn: '2026-05-01' })).status).toBe(200);
		const other = await work.open();
		await work.lead(other, 'finishDraft');
		const running = { startsOn: '2026-05-30', endsOn: '2026-06-06' };
		expect((await work.step(other, 'openConsultation', running)).status).toBe(200);
		// It has not ended yet.
		expect((await work.step(other, 'closeConsultation')).keys).toEqual(['step.notEnded']);
	});

	it('counts what came in: a blank is no zero', async () => {
		const id = await work.open();
		await work.lead(id, 'finishDraft', 'openConsultation');
		expect((await work.step(id, 'closeConsultation', { opinions: '' })).keys).toContain('step.opinions');
		expect((await work.step(id, 'closeConsultation', { opinions: '2', adopted: '3' })).keys).toEqual(['step.adopted']);
		expect((await work.step(id, 'closeConsultation', { opinions: '0', adopted: '' })).status).toBe(200);
	});

	it('leaves a step out only with its ground, and a review only by the leader', async () => {
		const id = await work.open();
		await work.lead(id, 'finishDraft');
		expect((await work.step(id, 'skipConsultation', { text: '' })).keys).toEqual(['step.ground']);
		expect((await work.step(id, 'skipConsultation', { text: '防汛应急，情况紧急。' })).status).toBe(200);
		expect((await work.step(id, 'skipReview', { text: '防汛应急，情况紧急。' }, 'clerk')).status).toBe(403);
		expect((await work.step(id, 'skipReview', { text: '防汛应急，情况紧急。' })).status).toBe(200);
	});

	it('does not go back in time, nor ahead of it', async () => {
		const id = await work.open();
		expect((await work.step(id, 'finishDraft', { onDay: '2026-06-02' })).keys).toEqual(['step.day']);
		expect((await work.step(id, 'finishDraft', { onDay: '2026-05-31' })).keys).toEqual(['step.before']);
		expect((await work.step(id, 'finishDraft', { onDay: '' })).keys).toEqual(['step.noDay']);
		expect((await work.step(id, 'finishDraft', { onDay: '31.5.' })).status).toBe(422);
	});
});

describe('统一编号', () => {
	const toSigned = TO_NUMBER.slice(0, -1);

	it('gives eight at once eight numbers, and none again after a stop', async () => {
		const ids = await Promise.all(Array.from({ length: 8 }, () => work.open()));
		for (const id of ids) await work.lead(id, ...toSigned);
		const answers = await Promise.all(ids.map((id) => work.step(id, 'number')));
		expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
		const numbers = await Promise.all(ids.map(async (id) => (await work.view(id)).number ?? ''));
		expect(new Set(numbers).size).toBe(8);
		const serials = numbers.map((text) => Number(/〕(\d+)号/.exec(text)?.[1])).sort((a, b) => a - b);
		expect((serials.at(-1) ?? 0) - (serials[0] ?? 0)).toBe(7);
		const [first = 0] = ids;
		expect((await work.step(first, 'stop', { text: '县里已有统一规定。' })).status).toBe(200);
		const next = await work.open();
		await work.lead(next, ...toSigned, 'number');
		expect((await work.view(next)).number).toBe(`柳政规〔2026〕${(serials.at(-1) ?? 0) + 1}号`);
	});

	it('passes over a number a document from elsewhere has', async () => {
		const clerk = await desk.as('clerk');
		const old = await desk.draft({
			columnId: await desk.column('policies'),
			type: 'normative',
			documentNumber: '柳政规〔2026〕11号',
		});
		await desk.publish(old);
		const seen: string[] = [];
		for (let i = 0; i < 3; i += 1) {
			const id = await work.open();
			await work.lead(id, ...toSigned, 'number');
			seen.push((await work.view(id)).number ?? '');
		}
		expect(seen).not.toContain('柳政规〔2026〕11号');
		expect(new Set(seen).size).toBe(3);
		expect((await clerk.get('/api/normative/words')).statusCode).toBe(403);
	});

	it('is refused without a word of the office, and two offices cannot have one word', async () => {
		const county = await desk.as('countyOfficer');
		const of = (id: number) => `/api/normative/words/${id}`;
		expect((await county.put(of(desk.county.department.id), { word: '柳政规' })).json().issues[0].key).toBe(
			'word.taken',
		);
		expect((await county.put(of(desk.county.department.id), { word: 'abc' })).json().issues[0].key).toBe('word.shape');
		const id = await work.open({}, 'clerkD');
		expect((await work.view(id, 'clerkD')).state).toBe('planned');
	});

	it('takes a step once of two at once', async () => {
		const id = await work.open();
		const both = await Promise.all([work.step(id, 'finishDraft'), work.step(id, 'finishDraft')]);
		expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
	});
});

describe('a normative document in 信息发布', () => {
	it('is not handed on without its registration, nor under another number', async () => {
		const clerk = await desk.as('clerk');
		const columnId = await desk.column('policies');
		const made = (await clerk.post('/api/documents', { columnId, type: 'normative', title: '未登记的办法' })).json();
		await write(made.id, { documentNumber: '柳政规〔2026〕99号' });
		const refused = await clerk.post(`/api/documents/${made.id}/submit`, {});
		expect(refused.json().issues.map(({ key }: { key: string }) => key)).toEqual(['flow.unregistered']);
		// Made a notice to get past the gate, and a normative document again: the gate stands at both ends.
		await write(made.id, { type: 'notice' });
		expect((await clerk.post(`/api/documents/${made.id}/submit`, {})).statusCode).toBe(200);
		const id = await work.open();
		await work.lead(id, ...TO_NUMBER);
		const documentId = (await work.view(id)).documentId ?? 0;
		await write(documentId, { documentNumber: '柳政规〔2026〕98号' });
		expect((await clerk.post(`/api/documents/${documentId}/submit`, {})).json().issues[0].key).toBe('flow.otherNumber');
	});

	it('is called old only with a reason, once, by its own office', async () => {
		const clerk = await desk.as('clerk');
		const columnId = await desk.column('policies');
		const { id } = (await clerk.post('/api/documents', { columnId, type: 'normative', title: '旧办法' })).json();
		const url = `/api/documents/${id}/register-old`;
		expect((await clerk.post(url, { reason: '' })).statusCode).toBe(422);
		expect((await (await desk.as('clerkB')).post(url, { reason: '以前制定的文件' })).statusCode).toBe(404);
		expect((await (await desk.as('leader')).post(url, { reason: '以前制定的文件' })).statusCode).toBe(403);
		expect((await clerk.post(url, { reason: '以前制定的文件' })).statusCode).toBe(200);
		expect((await clerk.post(url, { reason: '以前制定的文件' })).statusCode).toBe(409);
		const notice = await desk.draft();
		expect((await clerk.post(`/api/documents/${notice}/register-old`, { reason: '以前制定的文件' })).statusCode).toBe(
			422,
		);
	});

	it('is the text of one project of its own office', async () => {
		const clerk = await desk.as('clerk');
		const columnId = await desk.column('policies');
		const { id: documentId } = (
			await clerk.post('/api/documents', { columnId, type: 'normative', title: '共用的办法' })
		).json();
		const [one, other, foreign] = [await work.open(), await work.open(), await work.open({}, 'clerkB')];
		const attach = async (id: number, person: 'clerk' | 'clerkB' = 'clerk') => {
			const { revision } = await work.view(id, person);
			return await (await desk.as(person)).post(`/api/normative/projects/${id}/document`, { revision, documentId });
		};
		expect((await attach(foreign, 'clerkB')).statusCode).toBe(422);
		expect((await attach(one)).statusCode).toBe(200);
		expect((await attach(other)).json().issues[0].key).toBe('document.taken');
	});
});

describe('who may see and do what', () => {
	it('another office neither sees nor moves a project; the county sees it and makes none of its steps', async () => {
		const id = await work.open();
		expect((await (await desk.as('clerkB')).get(`/api/normative/projects/${id}`)).statusCode).toBe(404);
		const fields = { revision: '1', onDay: TODAY, text: '完成起草工作。' };
		const url = `/api/normative/projects/${id}/moves/finishDraft`;
		expect((await (await desk.as('clerkB')).upload(url, [], fields)).statusCode).toBe(404);
		expect((await (await desk.as('countyOfficer')).upload(url, [], fields)).statusCode).toBe(403);
		expect((await work.view(id, 'countyOfficer')).state).toBe('planned');
		const { rows } = (await (await desk.as('clerkB')).get('/api/normative/projects')).json();
		expect(rows.map((row: { id: number }) => row.id)).not.toContain(id);
	});
});
