import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Desks, must, openYear, reportZeros, sitDown, startReport } from '../../../test/filing.ts';
import { type County, makeCounty } from '../../../test/fixtures.ts';
import { makeNormativeDocuments } from '../../../test/random-county.ts';

/** What township reports state, cell by cell and sentence by sentence, one of each (docs/requirements.md). */
const YEAR = 2024;
let server: TestApp;
let county: County;
let desks: Desks;
let reportId: number;

const sql = async (text: string, values: unknown[]) =>
	(await server.services.database.pool.query(text, values)).rows[0] as { id: number };

interface Case {
	kind?: string;
	outcome?: string | null;
	received?: string;
	concluded?: string | null;
	channel?: string;
}

/** An application as it stands in the register; its title is how a test knows it again. */
async function application(title: string, change: Case = {}): Promise<number> {
	const { kind = 'natural', received = '2024-03-01', channel = 'portal', outcome = 'O2' } = change;
	const concluded = change.concluded === undefined ? '2024-04-01' : change.concluded;
	const values = [county.townshipA.id, channel, kind, title, received, concluded ? outcome : null, concluded];
	const { id } = await sql(
		`insert into application (office_id, state, channel, applicant_kind, title, form, delivery, submitted_on, received_on, outcome, concluded_on)
		values ($1, case when $7::date is null then 'handling' else 'answered' end, $2, $3, $4, 'paper', 'post', $5, $5, $6, $7) returning id`,
		values,
	);
	return id;
}

const cell = async (address: string) =>
	(await desks.clerk.get(`/api/reports/${reportId}/cells/${address}?pageSize=100`)).json();
const inForm = async (form: string) =>
	(await desks.clerk.get(`/api/reports/${reportId}/forms/${form}`)).json().cells as Record<
		string,
		{ value: number | null }
	>;

beforeAll(async () => {
	server = await createTestApp('2026-01-12T02:00:00Z');
	county = await makeCounty(server);
	desks = await sitDown(server);
	for (const year of [2017, 2020, YEAR, 2025]) await openYear(desks.countyOfficer, year);
	reportId = await startReport(desks.clerk, YEAR);
});
afterAll(() => server?.close());

/** One case makes one row, and opens to itself: the row of the form, the outcome, the cell. */
describe('a case in table 3', () => {
	it.each([
		['made public already', 'O1', 'granted'],
		['given', 'O2', 'granted'],
		['given in part', 'O3', 'partial'],
		['refused: state secret', 'O4', 'deny.secret'],
		['refused: another law forbids', 'O5', 'deny.law'],
		['refused: safety and stability', 'O6', 'deny.safety'],
		['refused: rights of a third party', 'O7', 'deny.third'],
		['refused: internal affairs', 'O8', 'deny.internal'],
		['refused: a matter in process', 'O9', 'deny.process'],
		['refused: a file of enforcement', 'O10', 'deny.case'],
		['refused: to be looked up elsewhere', 'O11', 'deny.query'],
		['not there: the office does not hold it', 'O12', 'unable.none'],
		['not there: another office holds it', 'O13', 'unable.none'],
		['not there: would have to be made', 'O14', 'unable.create'],
		['not there: unclear after its correction', 'O15', 'unable.unclear'],
		['not taken up: a petition', 'O16', 'reject.petition'],
		['not taken up: asked before', 'O17', 'reject.repeat'],
		['not taken up: a publication', 'O18', 'reject.publication'],
		['not taken up: without end and reason', 'O19', 'reject.massive'],
		['not taken up: to confirm what one has', 'O20', 'reject.confirm'],
		['ended: never corrected', 'O21', 'other.correct'],
		['ended: fee never paid', 'O22', 'other.fee'],
		['ended: otherwise', 'O23', 'other.misc'],
	])('%s', async (name, outcome, row) => {
		const before = await cell(`t3.${row}.natural`);
		const all = await cell('t3.total.total');
		const id = await application(name, { outcome });
		const after = await cell(`t3.${row}.natural`);
		expect(after.cell.value).toBe(before.cell.value + 1);
		expect(after.records.map((record: { id: number }) => record.id)).toContain(id);
		// Counted once, in whatever rows its parts would fall.
		expect((await cell('t3.total.total')).cell.value).toBe(all.cell.value + 1);
	});

	it.each([
		['a natural person', 'natural'],
		['a business', 'business'],
		['a research institute', 'research'],
		['a welfare organisation', 'welfare'],
		['a legal service', 'legalService'],
		['another organisation', 'otherOrg'],
	])('%s stands in the own column', async (name, kind) => {
		const before = await cell(`t3.new.${kind}`);
		const id = await application(name, { kind });
		const after = await cell(`t3.new.${kind}`);
		expect(after.cell.value).toBe(before.cell.value + 1);
		expect(after.records.map((record: { id: number }) => record.id)).toContain(id);
	});

	it('received the year before and answered now is carried in, not new', async () => {
		const [fresh, carried] = [await cell('t3.new.natural'), await cell('t3.carried_in.natural')];
		await application('上年结转', { received: '2023-12-20', concluded: '2024-01-10' });
		expect((await cell('t3.new.natural')).cell.value).toBe(fresh.cell.value);
		expect((await cell('t3.carried_in.natural')).cell.value).toBe(carried.cell.value + 1);
	});

	it('open on the last day is carried out, and new all the same', async () => {
		const [fresh, carried] = [await cell('t3.new.natural'), await cell('t3.carried_out.natural')];
		await application('结转下年', { received: '2024-12-20', concluded: null });
		expect((await cell('t3.new.natural')).cell.value).toBe(fresh.cell.value + 1);
		expect((await cell('t3.carried_out.natural')).cell.value).toBe(carried.cell.value + 1);
	});

	it('leaves one and two equal to three and four, as the form prints', async () => {
		const at = async (row: string) => (await cell(`t3.${row}.total`)).cell.value;
		expect((await at('new')) + (await at('carried_in'))).toBe((await at('total')) + (await at('carried_out')));
	});
});

describe('a case in table 4', () => {
	const remedy = async (track: string, closed: string | null, result: string | null) =>
		await sql(
			`insert into remedy_case (application_id, office_id, track, body, received_on, closed_on, result)
			values ($1, $2, $3, '青河县人民政府', '2024-05-06', $4, $5) returning id`,
			[await application('被复议的申请'), county.townshipA.id, track, closed, result],
		);

	it.each([
		['a review upheld', 'review', '2024-07-01', 'maintained'],
		['a review corrected', 'review', '2024-07-01', 'corrected'],
		['a review with another result', 'review', '2024-07-01', 'other'],
		['a review that is pending', 'review', null, 'pending'],
		['a suit without a review', 'direct', '2024-07-01', 'maintained'],
		['a suit after the review', 'afterReview', '2024-07-01', 'corrected'],
		['a suit that is pending', 'direct', '2025-02-01', 'pending'],
	])('%s', async (_, track, closed, column) => {
		const before = (await cell(`t4.${track}.${column}`)).cell.value;
		await remedy(track, closed, column === 'pending' ? closed && 'other' : column);
		expect((await cell(`t4.${track}.${column}`)).cell.value).toBe(before + 1);
	});

	it.each([
		['a third party over a document', 'thirdParty', '被公示的名单'],
		['somebody over what was never published', 'other', '没有公开征地信息'],
	])('brought by %s counts beside the others and opens to its own record', async (_, claimant, subject) => {
		const before = (await cell('t4.review.pending')).cell.value;
		const { id } = await sql(
			`insert into remedy_case (subject, claimant, office_id, track, case_number, body, received_on, key_id, sealed)
			values ($1, $2, $3, 'review', '', '青河县人民政府', '2024-05-06', 'k', 'sealed') returning id`,
			[subject, claimant, county.townshipA.id],
		);
		const after = await cell('t4.review.pending');
		expect(after.cell.value).toBe(before + 1);
		const found = after.records.find((record: { id: number }) => record.id === id);
		expect(found).toMatchObject({ type: 'remedyCase', day: '2024-05-06', href: `/remedies/${id}` });
		expect(found.detail).toBe(`尚未审结；${subject}；${claimant === 'other' ? '其他人' : '第三方'}提起`);
	});
});

/** The statistics of 2014 behind the words of older reports. */
describe('a line of the 2014 form', () => {
	it.each([
		['came in person', { channel: 'counter' }, 'stat.3.1.1'],
		['came by fax', { channel: 'fax' }, 'stat.3.1.2'],
		['came by the net', { channel: 'portal' }, 'stat.3.1.3'],
		['came by letter', { channel: 'post' }, 'stat.3.1.4'],
		['came in another way', { channel: 'oral' }, 'stat.3.1.5'],
		['replied: public already', { outcome: 'O1' }, 'stat.3.3.1'],
		['replied: opened', { outcome: 'O2' }, 'stat.3.3.2'],
		['replied: opened in part', { outcome: 'O3' }, 'stat.3.3.3'],
		['refused as a state secret', { outcome: 'O4' }, 'stat.3.3.4.a'],
		['refused for safety', { outcome: 'O6' }, 'stat.3.3.4.d'],
		['refused by another law', { outcome: 'O5' }, 'stat.3.3.4.f'],
		['replied: not of this office', { outcome: 'O13' }, 'stat.3.3.5'],
		['replied: does not exist', { outcome: 'O12' }, 'stat.3.3.6'],
	] as const)('%s', async (name, change, address) => {
		const before = (await inForm('2014'))[address]?.value ?? Number.NaN;
		await application(name, change);
		expect((await inForm('2014'))[address]?.value).toBe(before + 1);
	});

	it.each([
		['reviews by result', 'review', 'maintained', 'stat.4.1'],
		['suits by result', 'afterReview', 'corrected', 'stat.5.2'],
	])('%s', async (_, track, result, address) => {
		const before = (await inForm('2014'))[address]?.value ?? Number.NaN;
		await sql(
			`insert into remedy_case (application_id, office_id, track, body, received_on, closed_on, result)
			values ($1, $2, $3, '青河县人民政府', '2024-05-06', '2024-09-02', $4) returning id`,
			[await application('按结果'), county.townshipA.id, track, result],
		);
		expect((await inForm('2014'))[address]?.value).toBe(before + 1);
	});

	/** What 2014 called 延期, 更正, 其他途径 no register of today answers: it is entered, with where it comes from, or stays blank. */
	describe('that nothing here can count', () => {
		let old: number;
		beforeAll(async () => {
			old = await startReport(desks.clerk, 2017);
			// A reply that has no line of its own keeps the others open: nobody may call them zero.
			await application('没有对应行', { received: '2017-03-01', concluded: '2017-03-20', outcome: 'O7' });
		});

		it.each([
			['concluded on time', 'stat.3.2.1'],
			['concluded after an extension', 'stat.3.2.2'],
			['asked to change or supplement', 'stat.3.3.7'],
			['told of another way', 'stat.3.3.8'],
			['refused: no information in the sense of the Regulations', 'stat.3.3.4.e'],
			['normative documents made public, in the form of 2014', 'stat.1.1.1'],
		])('%s', async (_, address) => {
			const url = `/api/reports/${old}/cells/${address}`;
			expect((await desks.clerk.get(url)).json().cell.value).toBeNull();
			expect((await desks.clerk.put(url, { value: '3', ground: '' })).json().issues[0].field).toBe('ground');
			await must(desks.clerk.put(url, { value: '3', ground: '2017年纸质登记簿' }));
			expect((await desks.clerk.get(url)).json().cell).toMatchObject({ value: 3, source: 'entered' });
		});
	});
});

/** 条例第二十条第（一）项. */
describe('rules and normative documents', () => {
	/** One made on 2024-05-19, published three days later and in force. */
	const make = async () => {
		const roll = (below: number) => (below === 3200 ? 2695 : 1);
		const query = async (text: string, values: unknown[] = []) =>
			(await server.services.database.pool.query(text, values)).rows;
		await makeNormativeDocuments(query, county.townshipA.id, 1, roll);
	};

	const inReport = async () => {
		const { cells } = (await desks.clerk.get(`/api/reports/${reportId}`)).json();
		return { made: cells['t2.normative.made'].value, valid: cells['t2.normative.valid'].value };
	};

	it('no rules of its own: nought by law, with the law', async () => {
		const { cell: found } = await cell('t2.regulation.made');
		expect(found).toMatchObject({ value: 0, basis: expect.stringContaining('立法法') });
	});

	it('a normative document made this year counts in each form that asks for it', async () => {
		const at = async () => ({
			...(await inReport()),
			of2019: (await inForm('2019'))['t2.normative.made']?.value,
			of2014: (await inForm('2014'))['stat.1.1.2']?.value,
			published: (await inForm('2014'))['stat.1.1']?.value,
		});
		const before = await at();
		await make();
		const after = await at();
		for (const key of Object.keys(after) as (keyof typeof after)[]) {
			expect(Number(after[key]) - Number(before[key]), key).toBe(1);
		}
	});

	it.each([
		['made public this year', 't2.normative.published'],
		['all that is public', 't2.normative.total'],
	])('2019 asks besides for %s: blank until somebody says where it is from', async (_, address) => {
		const { rows } = (await desks.clerk.get('/api/reports?year=2020')).json();
		const id = rows[0]?.id ?? (await startReport(desks.clerk, 2020));
		const url = `/api/reports/${id}/cells/${address}`;
		expect((await desks.clerk.get(url)).json().cell.value).toBeNull();
		await must(desks.clerk.put(url, { value: '8', ground: '2020年规范性文件目录' }));
		expect((await desks.clerk.get(url)).json().cell).toMatchObject({ value: 8, source: 'entered' });
	});
});

/** 条例第四十九、五十条: what the opening of a report says, ready to be taken over. */
describe('a sentence offered', () => {
	const offered = async (key: string) => {
		const { offers } = (await desks.clerk.get(`/api/reports/${reportId}/offers`)).json();
		return offers.find((offer: { key: string }) => offer.key === key) as { preview: string; text: string };
	};

	it.each([
		['names the law it stands on', '《中华人民共和国政府信息公开条例》'],
		['names the notice that gives the form', '国办公开办函〔2021〕30号'],
		['names the parts the report has', '等六部分组成'],
		['says from which day to which the figures run', '自2024年1月1日起至12月31日止'],
	])('%s', async (_, words) => {
		expect((await offered('preface.2021')).preview).toContain(words);
	});

	it.each([
		['leads to whoever answers for it: the body', '柳溪镇党政综合办公室'],
		['leads to whoever answers for it: the address', '青河县柳溪镇镇中街1号'],
		['leads to whoever answers for it: the postcode', '999100'],
		['leads to whoever answers for it: the telephone', '0999-8100001'],
		['leads to whoever answers for it: the mail', 'liuxi@qinghe.example'],
	])('%s', async (_, words) => {
		expect((await offered('contact')).preview).toContain(words);
	});
});

/** From the words to the portal. */
describe('what was written stands on the page', () => {
	let html: string;
	beforeAll(async () => {
		const id = await startReport(desks.clerk, 2025);
		await reportZeros(desks.clerk, 2025);
		const { offers } = (await desks.clerk.get(`/api/reports/${id}/offers`)).json();
		const text = (...keys: string[]) =>
			offers
				.filter((offer: { key: string }) => keys.includes(offer.key))
				.map((offer: { text: string }) => offer.text)
				.join('\n');
		const words: Record<number, object> = {
			0: { text: text('preface.2021', 'contact') },
			1: { text: '信息统一在县平台发布。全年接受工作考核、社会评议各一次，结果良好，没有责任追究情形。' },
			5: {
				text: '上年的问题已经整改。',
				problems: [{ problem: '个别站所报送信息不及时。', measure: '明确专人，按月核对。' }],
			},
			6: { text: `${text('fee')}\n除此以外没有需要报告的事项。` },
		};
		for (const [section, content] of Object.entries(words)) {
			const { sections } = (await desks.clerk.get(`/api/reports/${id}`)).json();
			const base = sections.find((one: { n: number }) => one.n === Number(section))?.base ?? null;
			await must(desks.clerk.put(`/api/reports/${id}/sections/${section}`, { content, base }));
		}
		await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
		await must(desks.leader.post(`/api/reports/${id}/signOff`, {}));
		await must(desks.clerk.post(`/api/reports/${id}/submit`, {}));
		await must(desks.countyOfficer.post(`/api/reports/${id}/accept`, {}));
		await must(desks.leader.post(`/api/reports/${id}/publish`, {}));
		html = (await server.inject({ url: '/o/liuxi/reports/2025' })).body;
	});

	it.each([
		['the opening with its period', '自2025年1月1日起至12月31日止'],
		['whom to ask, with telephone', '0999-8100001'],
		['a problem', '个别站所报送信息不及时。'],
		['and its measure', '明确专人，按月核对。'],
		['nothing else to report', '除此以外没有需要报告的事项。'],
		['the office that signed', '柳溪镇人民政府'],
		['the day of the signature', '2026年1月12日'],
	])('%s', (_, words) => {
		expect(html).toContain(words);
	});

	it('the six parts it announced, and no other', () => {
		const headings = [...html.matchAll(/<h2[^>]*>([一二三四五六七八]、[^<]+)</g)].map(([, heading]) => heading);
		expect([...new Set(headings)]).toHaveLength(6);
	});

	it('in the list of the office and of the county', async () => {
		for (const url of ['/o/liuxi/reports', '/reports'])
			expect((await server.inject({ url })).body).toContain('/o/liuxi/reports/2025');
	});
});
