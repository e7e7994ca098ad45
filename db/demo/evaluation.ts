import { addDays } from '../../server/kernel/civil-day.ts';
import type { DemoCounty } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';
import { ANSWERS, FAULTS, LAST_SURVEY, OPEN_SURVEY, type PaperAnswer } from './text/evaluation.ts';

const OFFICER = 'gongkaiban';
const EVALUATOR = 'pinggu';

/** The year before was assessed and told; this year's questionnaire is open. */
export async function assess(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	const year = Number(today.slice(0, 4)) - 1;
	const surveyId = await holdSurvey(desk, county, LAST_SURVEY(year), addDays(today, -95), 20);
	await tellSurvey(desk, surveyId, addDays(today, -70));
	await assessYear(desk, county, { year, surveyId, today });
	await callToAccount(desk, county, addDays(today, -20));
	await holdSurvey(desk, county, OPEN_SURVEY(year + 1), addDays(today, -9), 40);
}

/** A questionnaire with some answers on paper and some by the portal. */
async function holdSurvey(
	desk: Desk,
	county: DemoCounty,
	survey: Omit<object, 'opensOn'>,
	from: string,
	days: number,
): Promise<number> {
	desk.at(from, 9);
	const dates = { opensOn: from, closesOn: addDays(from, days) };
	const { id } = (await desk.post(OFFICER, '/api/surveys', { ...survey, ...dates })).body as { id: number };
	await desk.post(OFFICER, `/api/surveys/${id}/moves/fix`, { revision: 1 });
	const { number } = (await desk.get(OFFICER, `/api/surveys/${id}`)).body as { number: string };
	desk.at(addDays(from, 3), 10);
	for (const [slug, answers] of Object.entries(ANSWERS)) {
		const office = county.offices.get(slug);
		if (office) await answerAbout(desk, { id, number }, office, answers);
	}
	return id;
}

/** The first answer of each office comes by the portal, the others on paper. */
async function answerAbout(
	desk: Desk,
	{ id, number }: { id: number; number: string },
	office: { id: number; slug: string },
	answers: readonly PaperAnswer[],
): Promise<void> {
	const [first, ...others] = answers;
	if (first) {
		const fields = {
			token: `demo-${id}-${office.slug}`,
			office: office.slug,
			q1: String(first[0]),
			q2: String(first[1]),
		};
		const boxes = Object.fromEntries(first[2].map((choice) => [`q3-${choice}`, 'yes']));
		await desk.form(`/surveys/${number}`, { ...fields, ...boxes, q4: first[3] ?? '' });
	}
	for (const [overall, timely, wanted, text] of others) {
		const given = { '0': overall, '1': timely, '2': wanted, ...(text ? { '3': text } : {}) };
		const { clerk } = staffOf(office.slug);
		await desk.post(clerk, `/api/surveys/${id}/paper`, { officeId: office.id, answers: given });
	}
}

async function tellSurvey(desk: Desk, id: number, day: string): Promise<void> {
	desk.at(day, 15);
	const { revision } = (await desk.get(OFFICER, `/api/surveys/${id}`)).body as { revision: number };
	const text = '总体评价较好，群众反映较多的是信息更新不够及时、惠民补贴公开不够细。各机关已对照整改。';
	await desk.post(OFFICER, `/api/surveys/${id}/moves/publish`, { revision, text });
	const measure = '各乡镇把惠民惠农补贴发放情况改为按批次公开，并在村务公开栏同步张贴。';
	await desk.post(OFFICER, `/api/surveys/${id}/measures`, { doneOn: day, text: measure });
}

interface Year {
	year: number;
	surveyId: number;
	today: string;
}

async function assessYear(desk: Desk, county: DemoCounty, { year, surveyId, today }: Year): Promise<void> {
	desk.at(addDays(today, -60), 9);
	const origin = { kind: 'standard' };
	const treeId = ((await desk.post(OFFICER, '/api/evaluation/trees', { year, origin })).body as { id: number }).id;
	await desk.post(OFFICER, `/api/evaluation/trees/${treeId}/fix`, { revision: 1 });
	const { id } = (
		await desk.post(OFFICER, '/api/evaluation/rounds', {
			...{ treeId, surveyId, title: `${year}年度政务公开工作考核`, from: `${year}-01-01`, to: `${year}-12-31` },
			officeIds: [...county.offices.values()].filter(({ kind }) => kind !== 'county').map((office) => office.id),
			evaluatorIds: [county.workers.get(EVALUATOR)?.id ?? 0],
		})
	).body as { id: number };
	const move = (action: string, body: object = {}) =>
		desk.post(OFFICER, `/api/evaluation/rounds/${id}/moves/${action}`, body);
	await move('start');
	await desk.post(OFFICER, `/api/evaluation/rounds/${id}/draw`);
	desk.at(addDays(today, -52), 14);
	const recorded = await recordFaults(desk, county, id);
	desk.at(addDays(today, -45), 9);
	await move('openAppeal', { appealUntil: addDays(today, -35) });
	await hearAppeal(desk, recorded, addDays(today, -40));
	desk.at(addDays(today, -33), 10);
	await move('close');
	await move('publish');
}

/** What the evaluator found, by office. */
async function recordFaults(desk: Desk, county: DemoCounty, roundId: number): Promise<Map<string, number>> {
	const recorded = new Map<string, number>();
	for (const { office: slug, ...fields } of FAULTS) {
		const office = county.offices.get(slug);
		if (!office) continue;
		const given = { officeId: String(office.id), ...fields };
		const made = await desk.upload(EVALUATOR, `/api/evaluation/rounds/${roundId}/deductions`, given);
		recorded.set(slug, (made.body as { id: number }).id);
	}
	return recorded;
}

async function hearAppeal(desk: Desk, recorded: ReadonlyMap<string, number>, day: string): Promise<void> {
	const id = recorded.get('wangxi');
	if (id === undefined) return;
	desk.at(day, 10);
	await desk.upload(staffOf('wangxi').clerk, `/api/evaluation/deductions/${id}/appeal`, {
		text: '其中一条通知的附件当天已经修复，能够下载；另一条确实缺少文号。',
	});
	desk.at(addDays(day, 2), 16);
	await desk.post(OFFICER, `/api/evaluation/deductions/${id}/moves/change`, {
		...{ text: '经核实附件确已修复，减为一处扣分。', points: 1 },
	});
}

async function callToAccount(desk: Desk, county: DemoCounty, day: string): Promise<void> {
	const office = county.offices.get('qinghe');
	if (!office) return;
	desk.at(day, 11);
	await desk.upload(OFFICER, '/api/accountability', {
		...{ officeId: String(office.id), kind: 'talk', basis: '47', decidedBy: '临澜县人民政府办公室', decidedOn: day },
		...{ persons: '1', facts: '道路工程结算信息应当公开而没有公开，经投诉核查属实，对分管负责同志进行约谈。' },
	});
}
