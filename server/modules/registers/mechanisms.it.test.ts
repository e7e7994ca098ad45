import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Browser, type County, makeCounty, signIn } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { registerFigures } from './index.ts';
import type { RegisterForm } from './model.ts';

/** What township reports count beside documents and applications, one register a line (docs/requirements.md). */
let server: TestApp;
let county: County;
let clerk: Browser;

beforeAll(async () => {
	server = await createTestApp('2026-03-10T02:00:00Z');
	county = await makeCounty(server);
	clerk = await signIn(server, 'clerk');
});
afterAll(() => server?.close());

const totalOf = async (kind: string, year: number) =>
	(await clerk.get(`/api/registers/totals?year=${year}`))
		.json()
		.totals.find((one: { kind: string }) => one.kind === kind);

const figureAt = async (form: RegisterForm, year: number, address: string) => {
	const read = reader(server.as(county.actor('clerk')));
	const { id: officeId, kind: officeKind } = county.townshipA;
	return (await registerFigures(read, { officeId, officeKind, year, form }))[address]?.value;
};

type Line = [name: string, kind: string, quantity: string, fields: object];

/** Counts no printed form asks for: the words of the report take them. */
const TOLD: Line[] = [
	['a task set from above', 'deployment', '3', { from: '县政务公开办公室', topic: '栏目整改', done: 2 }],
	['a priority of the year', 'workPriority', '5', { topic: '惠农补贴公开', done: 4 }],
	['a clarification of what was false', 'clarification', '2', {}],
	['a question asked about disclosure', 'consultation', '9', { way: '电话' }],
	['an item of a key field', 'keyField', '97', { field: '社会保险' }],
	['a column that is new', 'newColumn', '19', {}],
	['a leaflet given out', 'leaflet', '300', { place: '柳溪村' }],
	['a rule of the work made', 'rule', '2', { title: '信息发布审查制度' }],
	['an event to make the Regulations known', 'publicityEvent', '3', {}],
	['normative documents cleaned up', 'normativeReview', '4', { kept: 3, repealed: 1 }],
	['a training of the county attended', 'trainingAttended', '4', { persons: 6, organiser: '县政务公开办公室' }],
	['an inspection and what it found', 'inspection', '4', { by: '县政务公开办公室', found: 7, rectified: 7 }],
	['an evaluation from outside', 'thirdPartyEvaluation', '4', { by: '某评估中心', found: 12, rectified: 12 }],
	['a look at oneself', 'selfReview', '2', { found: 3, rectified: 3 }],
	['what the assessment came to', 'assessment', '1', { result: '良好' }],
	['what people said in the social evaluation', 'socialEvaluation', '1', { participants: 60, result: '满意' }],
	['a village guided', 'villageGuidance', '6', { village: '柳溪村' }],
	['a file put into the archive', 'archived', '40', {}],
	['a window of the service hall', 'serviceWindow', '13', {}],
	['withheld documents looked at again', 'periodicReview', '5', { opened: 1 }],
];

/** Counts that fill a cell. */
const FED: [...Line, form: RegisterForm, address: string, value: string][] = [
	['a press conference', 'pressConference', '2', { leader: 1 }, '2014', 'stat.2.2.1', '2'],
	['a press conference with the main leader', 'pressConference', '2', { leader: 1 }, '2014', 'stat.2.2.1a', '1'],
	['an interview on the site', 'interview', '3', { leader: 2 }, '2014', 'stat.2.2.2', '3'],
	['an article that explains a policy', 'interpretation', '8', {}, '2014', 'stat.2.2.3', '8'],
	['a hot topic answered', 'concern', '4', { topic: '供水' }, '2014', 'stat.2.1', '4'],
	['an event answered on microblog or WeChat', 'socialResponse', '11', {}, '2014', 'stat.2.2.4', '11'],
	['an event answered otherwise', 'otherResponse', '7', {}, '2014', 'stat.2.2.5', '7'],
	['a complaint corrected', 'complaint', '1', { result: 'corrected' }, '2014', 'stat.6.2', '1'],
	['a site or a column opened', 'siteColumn', '1', {}, '2014', 'stat.8.2', '1'],
	['a body for disclosure', 'agency', '1', {}, '2014', 'stat.12.1', '1'],
	['full-time staff', 'staffFull', '1', {}, '2014', 'stat.12.2.1', '1'],
	['part-time staff', 'staffPart', '2', {}, '2014', 'stat.12.2.2', '2'],
	['money for the work', 'budget', '2.5', {}, '2014', 'stat.12.3', '2.5'],
	['a meeting on the work', 'meeting', '4', { topic: '年度部署' }, '2014', 'stat.13.1', '4'],
	['a class held', 'trainingHeld', '4', { trainees: 24 }, '2014', 'stat.13.2', '4'],
	['people trained', 'trainingHeld', '4', { trainees: 24 }, '2014', 'stat.13.3', '24'],
	['a paper handed to library or archive', 'delivery', '30', { carrier: 'paper' }, '2014', 'stat.7.1', '30'],
	['a file handed to library or archive', 'delivery', '12', { carrier: 'electronic' }, '2014', 'stat.7.2', '12'],
	['an issue of the gazette', 'gazette', '12', { copies: 576 }, '2014', 'stat.9.1', '12'],
	['copies of the gazette', 'gazette', '12', { copies: 576 }, '2014', 'stat.9.2', '576'],
	['items by the gazette', 'channelGazette', '60', {}, '2014', 'stat.1.2.1', '60'],
	['items by microblog', 'channelWeibo', '13', {}, '2014', 'stat.1.2.3', '13'],
	['items by other ways', 'channelOther', '20', {}, '2014', 'stat.1.2.5', '20'],
	['licences decided', 'license', '215', { matter: '建房' }, '2021', 't2.license.decisions', '215'],
	['penalties decided', 'punish', '6', {}, '2021', 't2.punish.decisions', '6'],
	['compulsion decided', 'force', '3', {}, '2021', 't2.force.decisions', '3'],
	['fees in ten thousand yuan', 'fee', '1.2345', {}, '2021', 't2.fee.wan', '1.2345'],
	['other services decided', 'otherService', '215', {}, '2019', 't2.otherService.decisions', '215'],
	['procurement: how many', 'procurement', '10', { yuan: '106424.00' }, '2019', 't2.procurement.count', '10'],
	['procurement: how much', 'procurement', '10', { yuan: '106424.00' }, '2019', 't2.procurement.yuan', '106424'],
];

/** Each line in a year of its own, so that none helps another. */
const yearOf = (nth: number) => 2008 + (nth % 17);

const write = async (kind: string, day: string, quantity: string, fields: object) =>
	await clerk.post('/api/registers/entries', { kind, day, quantity, fields, note: '' });

describe('what the words of a report count', () => {
	it.each(TOLD)('%s', async (_, kind, quantity, fields) => {
		expect((await totalOf(kind, 2025)).quantity).toBeNull();
		const answer = await write(kind, '2025-05-06', quantity, fields);
		expect(answer.statusCode, answer.body).toBe(200);
		const total = await totalOf(kind, 2025);
		expect(total).toMatchObject({ quantity, entries: 1 });
		for (const [key, value] of Object.entries(fields))
			if (typeof value === 'number') expect(total.fields[key]).toBe(String(value));
	});
});

describe('what a cell of a form counts', () => {
	it.each(FED.map((row, nth) => [...row, yearOf(nth)] as const))(
		'%s',
		async (_, kind, quantity, fields, form, address, value, year) => {
			const before = Number((await figureAt(form, year, address)) ?? 0);
			const answer = await write(kind, `${year}-05-06`, quantity, fields);
			expect(answer.statusCode, answer.body).toBe(200);
			expect(Number(await figureAt(form, year, address)) - before).toBe(Number(value));
		},
	);
});

/** 2019 asked how many items of power there were the year before, and how many more or fewer now. */
describe('the list of powers', () => {
	it.each([
		['the list of licences', 'licenseItem', 'license'],
		['the list of penalties', 'punishItem', 'punish'],
		['the list of compulsion', 'forceItem', 'force'],
		['the list of other services', 'otherServiceItem', 'otherService'],
		['the list of fees', 'feeItem', 'fee'],
	])('%s', async (_, kind, row) => {
		expect(await figureAt('2019', 2020, `t2.${row}.delta`)).toBeNull();
		await write(kind, '2019-12-31', '473', {});
		await write(kind, '2020-06-30', '470', {});
		expect(await figureAt('2019', 2020, `t2.${row}.prev`)).toBe('473');
		expect(await figureAt('2019', 2020, `t2.${row}.delta`)).toBe('-3');
	});
});

/** «None» is a statement with a ground; a blank is none. */
describe('said to be none', () => {
	it.each([
		['no leak', 'leak'],
		['nobody called to account', 'accountability'],
		['no press conference', 'pressConference'],
		['no complaint', 'complaint'],
		['no major event answered', 'concern'],
	])('%s', async (_, kind) => {
		expect((await totalOf(kind, 2024)).quantity).toBeNull();
		const answer = await clerk.post('/api/registers/zero', { kind, year: 2024 });
		expect(answer.statusCode, answer.body).toBe(200);
		expect(await totalOf(kind, 2024)).toMatchObject({ quantity: '0', zero: { basis: expect.stringMatching(/。$/) } });
	});
});
