import { addDays } from '../../server/kernel/civil-day.ts';
import type { DemoCounty } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';

const OFFICER = 'gongkaiban';

/** The county trains and examines its staff, offices keep their rosters, and one clerk is about to hand over. */
export async function buildTeam(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	await keepRoster(desk, county, today);
	await trainOnce(desk, county, addDays(today, -34));
	await inviteTo(desk, county, today);
	await examine(desk, county, today);
	await handOver(desk, county, addDays(today, -1));
}

interface Holder {
	office: string;
	post: string;
	name: string;
	position: string;
	phone: string;
	years: number;
}

const HOLDERS: readonly Holder[] = [
	{ office: 'xianfuban', post: 'groupHead', name: '高远帆', position: '常务副县长', phone: '0998-6010001', years: 2 },
	{
		office: 'xianfuban',
		post: 'agencyHead',
		name: '姚一鸣',
		position: '县政务公开办主任',
		phone: '0998-6010018',
		years: 3,
	},
	{ office: 'wangxi', post: 'groupHead', name: '戚明远', position: '镇长', phone: '0998-6210001', years: 2 },
	{ office: 'wangxi', post: 'groupDeputy', name: '龚雨晴', position: '副镇长', phone: '0998-6210003', years: 1 },
	{
		office: 'wangxi',
		post: 'agencyHead',
		name: '柏文清',
		position: '党政综合办公室主任',
		phone: '0998-6210008',
		years: 2,
	},
	{
		office: 'wangxi',
		post: 'liaison',
		name: '阮小禾',
		position: '党政综合办公室科员',
		phone: '0998-6210008',
		years: 1,
	},
	{ office: 'liuan', post: 'liaison', name: '蓝思齐', position: '综合办科员', phone: '0998-6220008', years: 1 },
	{ office: 'qinghe', post: 'liaison', name: '汤子墨', position: '综合办科员', phone: '0998-6230008', years: 2 },
];

async function keepRoster(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	desk.at(addDays(today, -120), 9);
	for (const { office, years, ...holder } of HOLDERS) {
		if (!county.offices.has(office)) continue;
		const since = `${Number(today.slice(0, 4)) - years}-03-01`;
		await desk.post(staffOf(office).clerk, '/api/posts', { ...holder, since, until: null });
	}
}

interface Training {
	id: number;
	people: { id: number }[];
}

/** Who went to last month's training, by office. */
const CAME: Readonly<Record<string, readonly [name: string, position: string][]>> = {
	wangxi: [
		['阮小禾', '党政综合办公室科员'],
		['柏文清', '党政综合办公室主任'],
	],
	liuan: [['蓝思齐', '综合办科员']],
	qinghe: [['汤子墨', '综合办科员']],
};

/** A training as it runs: told, signed up, held, confirmed, closed into the register. */
async function trainOnce(desk: Desk, county: DemoCounty, day: string): Promise<void> {
	const invited = Object.keys(CAME).flatMap((slug) => county.offices.get(slug) ?? []);
	desk.at(addDays(day, -7), 9);
	const { id } = (
		await desk.post(OFFICER, '/api/trainings', {
			...{ kind: 'training', title: '依申请公开答复规范培训', day, hours: '9:00—11:30', place: '县政府办三楼会议室' },
			...{ speaker: '县政务公开办', offices: invited.map((office) => office.id) },
			content: '讲解补正、征求第三方意见、延期和区分处理，点评本县三件答复书。',
		})
	).body as Training;
	await desk.post(OFFICER, `/api/trainings/${id}/moves/notify`);
	for (const office of invited) {
		const people = (CAME[office.slug] ?? []).map(([name, position]) => ({ name, position }));
		await desk.post(staffOf(office.slug).clerk, `/api/trainings/${id}/people`, { officeId: office.id, people });
	}
	desk.at(day, 14);
	await desk.post(OFFICER, `/api/trainings/${id}/moves/hold`);
	const { people } = (await desk.get(OFFICER, `/api/trainings/${id}`)).body as Training;
	const marks = people.map((person) => ({ id: person.id, attended: true }));
	await desk.post(OFFICER, `/api/trainings/${id}/attendance`, { marks });
	for (const { slug } of invited)
		await desk.post(staffOf(slug).clerk, `/api/trainings/${id}/confirm`, { confirmed: true });
	await desk.post(OFFICER, `/api/trainings/${id}/moves/close`);
}

/** A training to come, to which the clerk of the first township goes. */
async function inviteTo(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	const offices = [...county.offices.values()].map(({ id }) => id);
	desk.at(addDays(today, -2), 10);
	const { id } = (
		await desk.post(OFFICER, '/api/trainings', {
			...{ kind: 'meeting', title: '年度报告编制工作会', day: addDays(today, 2), hours: '14:30—16:30', offices },
			...{ place: '县政府办三楼会议室', speaker: '县政务公开办', content: '布置年度报告编制，核对台账和申请数据。' },
		})
	).body as Training;
	await desk.post(OFFICER, `/api/trainings/${id}/moves/notify`);
	const clerk = county.workers.get('xinxi');
	if (!clerk) return;
	const people = [{ name: clerk.name, position: '信息员', personId: clerk.id }];
	await desk.post('xinxi', `/api/trainings/${id}/people`, { officeId: clerk.officeId, people });
}

const QUOTAS = [
	{ kind: 'single', level: 0, from: 1, to: 56, count: 12 },
	{ kind: 'multiple', level: 0, from: 1, to: 56, count: 4 },
	{ kind: 'judge', level: 0, from: 1, to: 56, count: 8 },
];

/** An exam that is open: the clerk of the first township still has it before them, others have taken it. */
async function examine(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	desk.at(addDays(today, -6), 9);
	const { id } = (
		await desk.post(OFFICER, '/api/exams', {
			...{
				title: '条例应知应会测试',
				note: '开卷，独立完成。',
				mode: 'random',
				quotas: QUOTAS,
				minutes: 45,
				passMark: 60,
			},
			...{
				opensAt: `${addDays(today, -6)}T00:00:00Z`,
				closesAt: `${addDays(today, 5)}T10:00:00Z`,
				tries: 2,
				sealed: true,
			},
		})
	).body as { id: number };
	await desk.post(OFFICER, `/api/exams/${id}/moves/announce`);
	const right = await rightAnswers(desk);
	const takers = ['liuan', 'qinghe'].filter((slug) => county.offices.has(slug));
	for (const [at, slug] of takers.entries()) await sit(desk, staffOf(slug).clerk, id, right, 3 + at * 2);
}

async function rightAnswers(desk: Desk): Promise<Map<string, number[]>> {
	const read = async (page: number) =>
		(await desk.get(OFFICER, `/api/exam-questions?page=${page}&pageSize=100`)).body as {
			rows: { key: string; answer: number[] }[];
		};
	const pages = [await read(1), await read(2)];
	return new Map(pages.flatMap(({ rows }) => rows.map(({ key, answer }) => [key, answer] as const)));
}

/** Takes the exam; every so many questions is answered wrongly. */
async function sit(
	desk: Desk,
	login: string,
	id: number,
	right: ReadonlyMap<string, number[]>,
	wrongEvery: number,
): Promise<void> {
	const { sitting } = (await desk.post(login, `/api/exams/${id}/start`)).body as {
		sitting: { version: number; questions: { key: string }[] };
	};
	const given = sitting.questions.map(({ key }, at) => [key, at % wrongEvery === 0 ? [] : (right.get(key) ?? [])]);
	await desk.post(login, `/api/exams/${id}/submit`, { answers: Object.fromEntries(given), version: sitting.version });
}

async function handOver(desk: Desk, county: DemoCounty, day: string): Promise<void> {
	if (!county.offices.has('wangxi')) return;
	desk.at(day, 16);
	const [from, to] = [county.workers.get('xinxi'), county.workers.get('shenhe')];
	if (!from || !to) return;
	await desk.post('xinxi', '/api/handovers', {
		...{ fromPersonId: from.id, toPersonId: to.id, reason: '岗位轮换调整', note: '纸质申请卷宗在二楼档案柜。' },
	});
}
