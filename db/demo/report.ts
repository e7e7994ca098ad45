import type { DemoCounty, DemoOfficeRow } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';
import { PROBLEMS } from './text/problems.ts';

interface Offer {
	section: number;
	text: string;
	missing: string[];
}

/** How far each office's report has come, so that the county's matrix shows every colour; the others are published. */
const LEFT: Record<string, 'draft' | 'submitted' | 'accepted'> = {
	wangxi: 'draft',
	shibu: 'submitted',
	luzhou: 'accepted',
};

/** The county opens the year; offices write, sign and hand in their reports; the county accepts; most are published. */
export async function fileReports(desk: Desk, county: DemoCounty, year: number): Promise<void> {
	const days = { department: `${year + 1}-01-31`, township: `${year + 1}-01-31`, county: `${year + 1}-03-31` };
	desk.at(`${year + 1}-01-04`, 9);
	await desk.post('gongkaiban', '/api/report-years', { year, submitBy: `${year + 1}-01-23`, publishBy: days });
	const offices = [...county.offices.values()];
	for (const office of offices.filter(({ kind }) => kind !== 'county'))
		await fileReport(desk, office, year, OFFICE_DAYS);
	// The government's own report adds up what its offices signed, so it comes last.
	for (const office of offices.filter(({ kind }) => kind === 'county'))
		await fileReport(desk, office, year, COUNTY_DAYS);
}

/** Days after the end of the year, `MM-DD`. */
const OFFICE_DAYS = { start: '01-12', sign: '01-15', accept: '01-20', publish: '01-22' };
const COUNTY_DAYS = { start: '03-09', sign: '03-16', accept: '03-18', publish: '03-20' };

async function fileReport(desk: Desk, office: DemoOfficeRow, year: number, days: typeof OFFICE_DAYS): Promise<void> {
	const staff = staffOf(office.slug);
	const stop = LEFT[office.slug];
	desk.at(`${year + 1}-${days.start}`, 9);
	const { id } = (await desk.post(staff.clerk, '/api/reports', { year })).body as { id: number };
	await writeSections(desk, staff.clerk, id, office.slug);
	if (stop === 'draft') return;
	const move = (login: string, action: string, hour: number) => {
		desk.at(`${year + 1}-${days.sign}`, hour);
		return desk.post(login, `/api/reports/${id}/${action}`);
	};
	await move(staff.proofreader, 'review', 10);
	await move(staff.leader, 'signOff', 15);
	await move(staff.clerk, 'submit', 16);
	if (stop === 'submitted') return;
	desk.at(`${year + 1}-${days.accept}`, 10);
	await desk.post('gongkaiban', `/api/reports/${id}/accept`);
	if (stop === 'accepted') return;
	desk.at(`${year + 1}-${days.publish}`, 10);
	await desk.post(staff.leader, `/api/reports/${id}/publish`);
}

/** Takes the offered paragraphs whose figures are all known, and the office's own section five. */
async function writeSections(desk: Desk, clerk: string, id: number, slug: string): Promise<void> {
	const { offers } = (await desk.get(clerk, `/api/reports/${id}/offers`)).body as { offers: Offer[] };
	const known = offers.filter(({ missing }) => missing.length === 0);
	for (const section of [0, 1, 5, 6]) {
		const text = known
			.filter((offer) => offer.section === section)
			.map((offer) => offer.text)
			.join('\n');
		const problems = section === 5 ? { problems: PROBLEMS[slug] } : {};
		await desk.put(clerk, `/api/reports/${id}/sections/${section}`, { content: { text, ...problems }, base: null });
	}
}
