import { fill, markup } from './body.ts';
import type { DemoOfficeRow } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';
import { type DemoText, DOCUMENTS } from './text/documents.ts';

interface ColumnRow {
	id: number;
	name: string;
	code: string;
	takesDocuments: boolean;
}

/** How far a document of the demo is taken. */
type Stop = 'draft' | 'proofreading' | 'secrecyReview' | 'signOff' | 'published' | 'withdrawn';

/** Made once, in the demo year: nobody issues the same rule or builds the same road every year. */
const ONCE = ['relief-guide', 'homestead', 'homestead-note', 'roads', 'relief-rule', 'secrecy-rule', 'request-rule'];

const THEMES: Record<DemoText['type'], string> = {
	notice: '综合政务',
	activity: '综合政务',
	policy: '综合政务',
	normative: '国土资源、能源',
	interpretation: '国土资源、能源',
	budget: '财政、金融、审计',
	organisation: '综合政务',
	list: '民政、扶贫、救灾',
	rule: '综合政务',
};
const GENRES: Partial<Record<DemoText['type'], string>> = {
	notice: '通知',
	policy: '意见',
	normative: '通知',
	list: '公告',
};

/** Publishes what an office published from the first day of `year` to `today`; one township has work left on its desks. */
export async function publishYears(desk: Desk, office: DemoOfficeRow, year: number, today: string): Promise<void> {
	const columns = await columnsOf(desk, office.slug, office.id);
	await publishOffice(desk, office, columns, year, today, true);
	await publishOffice(desk, office, columns, year + 1, today, false);
	if (office.slug === 'wangxi') await leaveOnDesks(desk, office, columns, today);
}

/** The columns of an office. */
export async function columnsOf(desk: Desk, slug: string, officeId: number): Promise<ColumnRow[]> {
	const { body } = await desk.get(staffOf(slug).clerk, `/api/columns?officeId=${officeId}`);
	return Array.isArray(body) ? (body as ColumnRow[]) : (body as { rows: ColumnRow[] }).rows;
}

async function publishOffice(
	desk: Desk,
	office: DemoOfficeRow,
	columns: ColumnRow[],
	year: number,
	today: string,
	first: boolean,
): Promise<void> {
	const texts = DOCUMENTS.filter((text) => text.kinds.includes(office.kind) && (first || !ONCE.includes(text.key)));
	let serial = 0;
	for (let month = 1; month <= 12; month++) {
		for (const text of texts.filter(({ months }) => months.includes(month))) {
			serial++;
			const day = `${year}-${String(month).padStart(2, '0')}-${String(4 + ((serial * 5 + office.id * 3) % 20)).padStart(2, '0')}`;
			if (day >= today) return;
			await makeDocument(desk, office, columns, text, day, serial, 'published');
		}
	}
}

/** One document from the clerk's desk to where it is to stop. Answers its id. */
async function makeDocument(
	desk: Desk,
	office: DemoOfficeRow,
	columns: ColumnRow[],
	text: DemoText,
	day: string,
	serial: number,
	stop: Stop,
): Promise<number> {
	const staff = staffOf(office.slug);
	const columnId = columnFor(columns, text).id;
	desk.at(day, 9);
	const created = await desk.post(staff.clerk, '/api/documents', { columnId, type: text.type, title: '' });
	const { id } = created.body as { id: number };
	if (text.type === 'normative') {
		const reason = '统一登记启用以前制定的文件';
		await desk.post(staff.clerk, `/api/documents/${id}/register-old`, { reason });
	}
	const draft = (await desk.get(staff.clerk, `/api/documents/${id}`)).body as { version: number; content: object };
	const content = { ...draft.content, ...contentOf(office, text, columnId, day, serial) };
	await desk.put(staff.clerk, `/api/documents/${id}/draft`, { version: draft.version, content });
	await carry(desk, id, staff, day, stop);
	return id;
}

function columnFor(columns: ColumnRow[], text: DemoText): ColumnRow {
	const open = columns.filter(({ takesDocuments }) => takesDocuments);
	const found =
		open.find(({ name }) => name === text.column) ??
		open.find(({ code }) => text.code !== undefined && code === text.code) ??
		open.find(({ name }) => name === '通知公告');
	if (!found) throw new Error(`demo: no column for ${text.key}`);
	return found;
}

function contentOf(office: DemoOfficeRow, text: DemoText, columnId: number, day: string, serial: number): object {
	const [year = '', month = ''] = day.split('-');
	// Two works of one kind are never in one village within a year, nor the next year's in the same.
	const turn = serial + Number(month) + Number(year);
	const village = office.villages[turn % Math.max(1, office.villages.length)] ?? office.shortName;
	const words = { office: office.name, short: office.shortName, village, year, month: String(Number(month)) };
	const numbered = text.type === 'policy' || text.type === 'normative';
	return {
		type: text.type,
		columnId,
		title: fill(text.title, words),
		documentNumber: numbered ? `${office.shortName.replace(/[县镇乡]/g, '').slice(0, 2)}政〔${year}〕${serial}号` : '',
		issuer: office.name,
		formedOn: day,
		expiresOn: text.type === 'normative' ? `${Number(year) + 5}${day.slice(4)}` : null,
		theme: THEMES[text.type],
		genre: GENRES[text.type] ?? '其他',
		attribute: 'active',
		summary: fill(text.summary, words),
		keywords: text.keywords,
		responsibleUnit: office.contactOffice,
		code: text.code ?? '',
		body: markup(text.paragraphs.map((paragraph) => fill(paragraph, words))),
	};
}

/** Takes a draft as far as it is to go; `signature`: what the leader says besides. */
export async function carry(
	desk: Desk,
	id: number,
	staff: ReturnType<typeof staffOf>,
	day: string,
	stop: Stop,
	signature: object = {},
): Promise<void> {
	const move = (login: string, name: string, body: object = {}) =>
		desk.post(login, `/api/documents/${id}/${name}`, body);
	if (stop === 'draft') return;
	await move(staff.clerk, 'submit');
	if (stop === 'proofreading') return;
	desk.at(day, 11);
	await move(staff.proofreader, 'proofread', { comment: '文字、数据已核对。' });
	if (stop === 'secrecyReview') return;
	desk.at(day, 15);
	await move(staff.secrecyReviewer, 'secrecy-review', {
		answers: SECRECY_NO,
		conclusion: 'agree',
		opinion: '同意公开。',
	});
	if (stop === 'signOff') return;
	desk.at(day, 16);
	await move(staff.leader, 'sign-off', { comment: '同意。', ...signature });
	if (stop === 'withdrawn') {
		desk.at(day, 18);
		await move(staff.leader, 'withdraw', { reason: '表格中个别村面积填写有误，更正后重新公开' });
	}
}

const SECRECY_NO = Object.fromEntries(
	['stateSecret', 'forbidden', 'safety', 'thirdParty', 'internal', 'attachments'].map((key) => [
		key,
		{ answer: 'no', note: '' },
	]),
);

/** Work in hand on the days before today, so that every role finds something on its desk. */
async function leaveOnDesks(desk: Desk, office: DemoOfficeRow, columns: ColumnRow[], today: string): Promise<void> {
	const left: [key: string, daysAgo: number, stop: Stop][] = [
		['subsidy', 40, 'withdrawn'],
		['training', 3, 'draft'],
		['fire', 4, 'proofreading'],
		['minimum', 5, 'secrecyReview'],
		['water', 6, 'signOff'],
	];
	for (const [index, [key, daysAgo, stop]] of left.entries()) {
		const text = DOCUMENTS.find((one) => one.key === key);
		if (text) await makeDocument(desk, office, columns, text, daysBefore(today, daysAgo), 90 + index, stop);
	}
}

/** The civil day so many days before another. */
export function daysBefore(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
