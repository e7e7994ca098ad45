import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonKey } from '../../../test/fixtures.ts';
import { type Desk, openDesk } from '../publishing/desk.setup.ts';
import { FIGURE_KEYS } from './queries/board-records.ts';

interface Row {
	officeId: number;
	officeName: string;
	title: string;
	path: string;
	[figure: string]: unknown;
}
interface Records {
	label: string;
	total: number;
	rows: Row[];
}

let desk: Desk;
const get = async (who: PersonKey, url: string) => (await (await desk.as(who)).get(url)).json();
const post = async (who: PersonKey, url: string, body: object = {}) => {
	const answer = await (await desk.as(who)).post(url, body);
	if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
	return answer.json();
};
const records = async (figure: string, query = '', who: PersonKey = 'countyOfficer'): Promise<Records> =>
	await get(who, `/api/monitoring/dashboard/records?figure=${figure}&pageSize=200${query}`);
const board = async (who: PersonKey = 'countyOfficer', query = '') =>
	(await get(who, `/api/monitoring/dashboard${query}`)) as {
		rows: Row[];
		total: Record<string, number>;
		months: { label: string; count: number }[];
		years: { label: string; count: number }[];
		outcomes: { label: string; count: number }[];
	};

/** A county in which something happened in every room. */
async function fill(): Promise<void> {
	const { townshipA, townshipB } = desk.county;
	for (const title of ['防汛通知', '抗旱通知']) await desk.publish(await desk.draft({ title }));
	await desk.publish(await desk.draft({ title: '迟发的通知', formedOn: '2026-04-01', lateReason: '等待上级批复' }));
	const enter = (kind: string) =>
		post('clerk', '/api/concerns', {
			...{ kind, officeId: townshipA.id, origin: 'visit', title: '道路工程资金', body: '来访反映工程资金没有公开。' },
		});
	await enter('question');
	const complaint = await enter('complaint');
	await post('clerk', `/api/concerns/${complaint.id}/moves/accept`);
	await post('clerk', `/api/concerns/${complaint.id}/checks`, {
		...{ aboutOfficeId: townshipB.id, checkedBy: '林晓', checkedOn: '2026-06-01', verdict: 'true', measure: 'urge' },
		...{ finding: '道路工程结算信息应当公开，至今没有公开。', basis: '《条例》第二十条' },
	});
	await post('clerk', '/api/proposals', {
		...{ officeId: townshipA.id, kind: 'deputy', session: '第十八届人民代表大会第五次会议', originalNumber: '第1号' },
		...{
			title: '关于增设公交站点的建议',
			delegate: '穆怀远',
			body: '建议增设一处公交站点。',
			receivedOn: '2026-06-01',
		},
	});
	await desk.server.settle();
	await post('countyOfficer', '/api/monitoring/rounds');
	const { rows } = await get('countyOfficer', '/api/monitoring/findings?rule=M-ITEM');
	const findingIds = rows.slice(0, 3).map(({ id }: { id: number }) => id);
	const { id } = await post('countyOfficer', '/api/rectifications', {
		title: '六月清单',
		dueOn: '2026-06-10',
		findingIds,
	});
	const [first] = (await get('countyOfficer', `/api/rectifications/${id}`)).rows;
	expect(first.officeId).toBeGreaterThan(0);
}

beforeAll(async () => {
	desk = await openDesk('2026-06-01');
	await fill();
});
afterAll(() => desk?.server.close());

describe('a figure of the board', () => {
	it('opens to exactly as many records as it says, each figure, for the county and for every office', async () => {
		const { total, rows } = await board();
		expect(Object.keys(total).sort()).toEqual([...FIGURE_KEYS].sort());
		for (const figure of FIGURE_KEYS) {
			const all = await records(figure);
			expect([figure, all.total]).toEqual([figure, total[figure]]);
			for (const row of rows) {
				const own = await records(figure, `&officeId=${row.officeId}`);
				expect([figure, row.officeName, own.total]).toEqual([figure, row.officeName, row[figure]]);
				expect(own.rows.every(({ officeId }) => officeId === row.officeId)).toBe(true);
			}
		}
		// Something happened, or the test would prove nothing.
		for (const figure of ['published', 'late', 'found', 'issued', 'concernsReceived', 'complaintsTrue', 'itemsMissing'])
			expect(total[figure], figure).toBeGreaterThan(0);
	});

	it('is read page by page, no record twice and none left out', async () => {
		const { total } = await records('itemsMissing');
		const paths: string[] = [];
		for (let page = 1; paths.length < total; page++) {
			const { rows } = await get(
				'countyOfficer',
				`/api/monitoring/dashboard/records?figure=itemsMissing&page=${page}&pageSize=7`,
			);
			if (rows.length === 0) break;
			paths.push(...rows.map(({ path }: Row) => path));
		}
		expect([paths.length, new Set(paths).size]).toEqual([total, total]);
	});

	it('of a month, a year or an outcome opens to the same number', async () => {
		const { months, years, outcomes } = await board();
		for (const { label, count } of months)
			expect((await records('published', `&from=${label}-01&to=${label}-30`)).total).toBe(count);
		for (const { label, count } of years)
			expect((await records('published', `&from=${label}-01-01&to=${label}-12-31`)).total).toBe(count);
		for (const { label, count } of outcomes)
			expect((await records('applications', `&outcome=${encodeURIComponent(label)}`)).total).toBe(count);
	});

	it('counts within the days asked for: what began in the middle of a month is no whole month', async () => {
		const { months, total } = await board('countyOfficer', '?from=2026-06-02&to=2026-06-30');
		expect([months, total.published]).toEqual([[], 0]);
		expect((await records('published', '&from=2026-06-02&to=2026-06-30')).total).toBe(0);
	});

	it('shows an office its own records and no other’s, whatever it asks for', async () => {
		const other = desk.county.townshipA.id;
		expect((await records('published', `&officeId=${other}`, 'clerkB')).total).toBe(0);
		for (const figure of ['published', 'found', 'issued', 'itemsMissing', 'concernsReceived']) {
			const { rows } = await records(figure, '', 'clerkB');
			expect(
				rows.every(({ officeId }) => officeId === desk.county.townshipB.id),
				figure,
			).toBe(true);
			expect((await records(figure, '', 'clerkB')).total).toBe((await board('clerkB')).total[figure]);
		}
	});

	it('tells nothing of what people wrote, nor who a proposal is from', async () => {
		const shown = await Promise.all(
			['concernsReceived', 'complaints', 'complaintsTrue', 'proposalsReceived'].map((figure) => records(figure)),
		);
		expect(shown.every(({ total }) => total > 0)).toBe(true);
		expect(JSON.stringify(shown)).not.toMatch(/道路工程资金|来访反映|公交站点|穆怀远/);
	});

	it('that there is not is refused, and so is a period that ends before it begins', async () => {
		const officer = await desk.as('countyOfficer');
		const status = async (query: string) =>
			(await officer.get(`/api/monitoring/dashboard/records?${query}`)).statusCode;
		expect(await status('figure=secrets')).toBe(422);
		expect(await status('figure=published&from=2026-02-01&to=2026-01-01')).toBe(422);
	});
});

it('stands in the paper of the month with 互动回应', async () => {
	const { readDocx } = await import('../../../test/docx.ts');
	const paper = await (await desk.as('countyOfficer')).get('/api/monitoring/report');
	const { text } = readDocx(paper.rawPayload);
	for (const part of ['收到公众诉求2件', '投诉举报1件，核查属实1件', '收到建议提案1件']) expect(text).toContain(part);
});
