import { renderHtml } from 'annual-report/render';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../test/app.ts';
import { type Desks, must, openYear, sitDown } from '../../../test/filing.ts';
import { type County, makeCounty } from '../../../test/fixtures.ts';
import { reader } from '../../platform/transaction.ts';
import { assemble } from './compile/assemble.ts';
import { countCells } from './compile/count.ts';
import { reportContradictions } from './index.ts';
import type { HandFigure } from './model.ts';
import { documentOf } from './narrative/document.ts';

let server: TestApp;
let county: County;
let desks: Desks;
beforeAll(async () => {
	server = await createTestApp('2026-01-12T02:00:00Z');
	county = await makeCounty(server);
	desks = await sitDown(server);
	await openYear(desks.countyOfficer, 2025);
});
afterAll(() => server?.close());

/** A report of 2025 as another program made it: the words say how many applications came in. */
function page(told: number): string {
	const normative = { made: [], repealed: [], valid: [] };
	const raw = { table3: {}, table4: {}, registers: {}, normative, published: [] };
	const at = new Date('2026-01-10T02:00:00Z');
	const hand = (address: string, value: number): [string, HandFigure] => [
		address,
		{ address, action: 'override', value, computed: 0, ground: '手工统计', personName: '张三', at },
	];
	const hands = new Map([
		hand('t3.new.natural', 5),
		hand('t3.granted.natural', 5),
		...['license', 'punish', 'force'].map((kind) => hand(`t2.${kind}.decisions`, 0)),
		hand('t2.fee.wan', 0),
	]);
	const document = documentOf({
		...{ form: '2021' as const, year: 2025, officeName: '柳溪镇人民政府', facts: new Map(), signedOn: '2026-01-10' },
		cells: assemble('2021', countCells('2021', raw), hands, null),
		sections: new Map([[1 as const, { text: `本年度收到政府信息公开申请${told}件。` }]]),
	});
	return renderHtml(document, { page: true });
}

/** Reads a file and has it stand for township A's report of the year. */
async function filed(told: number): Promise<number> {
	const answer = await desks.countyOfficer.upload('/api/outside-reports', [{ name: '年报.html', content: page(told) }]);
	const [id] = answer.json().ids;
	await must(
		desks.countyOfficer.post(`/api/outside-reports/${id}/adopt`, { officeId: county.townshipA.id, year: 2025 }),
	);
	return id;
}

const contradictions = async () =>
	await reportContradictions(reader(server.as({ kind: 'system', name: '测试' })), 2025);
const findings = async () =>
	(await desks.countyOfficer.get('/api/monitoring/findings?rule=M-AUDIT')).json().rows as {
		officeId: number;
		subject: string;
		message: string;
	}[];
const round = () => must(desks.countyOfficer.post('/api/monitoring/rounds', {}));

describe('a report that contradicts itself (条例第五十条)', () => {
	it('is told with what it says and what its table says, and found by the round of the county', async () => {
		await filed(9);
		const [only, ...more] = await contradictions();
		expect(more).toEqual([]);
		expect(only).toMatchObject({ officeId: county.townshipA.id, year: 2025 });
		expect(only?.messages.join()).toMatch(/9/);
		await round();
		expect(await findings()).toMatchObject([{ officeId: county.townshipA.id, subject: 'report:2025' }]);
	});

	it('is not, while the county takes the finding as it is; taken back, it stands again', async () => {
		const id = await filed(9);
		const view = (await desks.countyOfficer.get(`/api/outside-reports/${id}`)).json();
		const errors = view.findings.filter(({ severity }: { severity: string }) => severity === 'error');
		const accept = async (withdrawn: boolean) => {
			for (const { key } of errors)
				await must(
					desks.countyOfficer.post(`/api/outside-reports/${id}/accept`, {
						...{ key, reason: '其中4件由其他机关转来，另行说明。', withdrawn },
					}),
				);
		};
		await accept(false);
		expect(await contradictions()).toEqual([]);
		await round();
		expect(await findings()).toEqual([]);
		await accept(true);
		expect(await contradictions()).toHaveLength(1);
	});

	it('is mended by a file whose words are its table’s', async () => {
		await filed(5);
		expect(await contradictions()).toEqual([]);
		await round();
		expect(await findings()).toEqual([]);
	});

	it('of a year nobody filed for is none', async () => {
		expect(await reportContradictions(reader(server.as({ kind: 'system', name: '测试' })), 2024)).toEqual([]);
	});
});
