import type { TestApp } from './app.ts';
import { type Browser, type PersonKey, signIn } from './fixtures.ts';

/** Registers that table 2 of the 2021 form asks for. */
export const TABLE2_REGISTERS = ['license', 'punish', 'force', 'fee'] as const;

/** People at their desks, one browser each. */
export type Desks = Record<'clerk' | 'reviewer' | 'leader' | 'countyOfficer', Browser>;

export async function sitDown(server: TestApp): Promise<Desks> {
	const at = (key: PersonKey) => signIn(server, key);
	const [clerk, reviewer, leader, countyOfficer] = [at('clerk'), at('reviewer'), at('leader'), at('countyOfficer')];
	return { clerk: await clerk, reviewer: await reviewer, leader: await leader, countyOfficer: await countyOfficer };
}

/** Posts, puts or deletes and says what came back when it was refused. */
export async function must(answer: Promise<{ statusCode: number; body: string }>): Promise<void> {
	const { statusCode, body } = await answer;
	if (statusCode !== 200) throw new Error(`${statusCode}: ${body}`);
}

/** The county opens a year with the days it would be offered. */
export async function openYear(officer: Browser, year: number): Promise<void> {
	const publishBy = { department: `${year + 1}-01-31`, township: `${year + 1}-01-31`, county: `${year + 1}-03-31` };
	await must(officer.post('/api/report-years', { year, submitBy: `${year + 1}-01-20`, publishBy }));
}

/** Zero reports for the registers nothing was written into. */
export async function reportZeros(
	clerk: Browser,
	year: number,
	kinds: readonly string[] = TABLE2_REGISTERS,
): Promise<void> {
	for (const kind of kinds) await clerk.post('/api/registers/zero', { kind, year });
}

export async function startReport(clerk: Browser, year: number): Promise<number> {
	const answer = await clerk.post('/api/reports', { year });
	if (answer.statusCode !== 200) throw new Error(answer.body);
	return answer.json().id;
}

const WORDS: Record<number, { text: string; problems?: { problem: string; measure: string }[] }> = {
	0: { text: '根据《中华人民共和国政府信息公开条例》编制本报告。' },
	1: {
		text: [
			'（一）主动公开情况',
			'{{year}}年，{{office}}主动公开政府信息{{published}}条。',
			'（二）依申请公开情况',
			'本年度收到政府信息公开申请{{t3.new.total}}件，办结{{t3.total.total}}件。',
			'（三）政府信息管理情况',
			'公开前逐件进行保密审查。',
			'（四）政府信息公开平台建设情况',
			'信息统一在县政府信息公开平台发布。',
			'（五）监督保障情况',
			'全年接受工作考核、社会评议各一次，结果良好，没有责任追究情形。',
		].join('\n'),
	},
	5: {
		text: '上年指出的栏目更新不及时问题已经整改。',
		problems: [{ problem: '个别栏目更新不够及时。', measure: '每季度开展一次栏目自查。' }],
	},
	6: { text: '本年度发出信息处理费收费通知{{fee.notices}}件，总金额{{fee.charged}}元，实际收取{{fee.collected}}元。' },
};

/** Words for every section that has to have some; the same words again are refused nowhere. */
export async function writeSections(
	clerk: Browser,
	id: number,
	reword: (text: string) => string = (text) => text,
): Promise<void> {
	const { sections } = (await clerk.get(`/api/reports/${id}`)).json();
	for (const [section, content] of Object.entries(WORDS)) {
		const base = sections.find((one: { n: number }) => one.n === Number(section))?.base ?? null;
		await must(
			clerk.put(`/api/reports/${id}/sections/${section}`, {
				content: { ...content, text: reword(content.text) },
				base,
			}),
		);
	}
}

/** A report of township A from nothing to the signature. Answers its id. */
export async function signedReport(desks: Desks, year: number): Promise<number> {
	await reportZeros(desks.clerk, year);
	const id = await startReport(desks.clerk, year);
	await writeSections(desks.clerk, id);
	await must(desks.reviewer.post(`/api/reports/${id}/review`, {}));
	await must(desks.leader.post(`/api/reports/${id}/signOff`, {}));
	return id;
}

/** The same, received by the county and published. */
export async function publishedReport(desks: Desks, year: number): Promise<number> {
	const id = await signedReport(desks, year);
	await must(desks.clerk.post(`/api/reports/${id}/submit`, {}));
	await must(desks.countyOfficer.post(`/api/reports/${id}/accept`, {}));
	await must(desks.leader.post(`/api/reports/${id}/publish`, {}));
	return id;
}
