import type { DemoOfficeRow } from './county.ts';
import type { Desk } from './desk.ts';
import { daysBefore } from './publish.ts';
import { staffOf } from './staff.ts';

/** A review somebody asks for over what was published, still open: the part of table 4 that no application begins. */
export async function answerReview(desk: Desk, office: DemoOfficeRow, today: string): Promise<void> {
	const { clerk } = staffOf(office.slug);
	const receivedOn = daysBefore(today, 6);
	desk.at(receivedOn, 10);
	const { body } = await desk.get(clerk, `/api/documents?officeId=${office.id}&state=published&text=补贴`);
	const [document] = (body as { rows: { id: number }[] }).rows;
	await desk.post(clerk, '/api/remedies', {
		track: 'review',
		claimant: 'thirdParty',
		claimantName: '骆一禾',
		documentId: document?.id ?? null,
		subject: document ? '' : '补贴发放公示中的家庭住址',
		caseNumber: `临政复字〔${receivedOn.slice(0, 4)}〕31号`,
		body: '临澜县人民政府',
		receivedOn,
	});
}
