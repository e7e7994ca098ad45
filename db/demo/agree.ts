import type { DemoCounty, DemoOfficeRow } from './county.ts';
import type { Desk } from './desk.ts';
import { columnsOf, daysBefore } from './publish.ts';
import { staffOf } from './staff.ts';

/**
 * 协商确认: one township waits for a body outside the county after the finance office has confirmed, and is itself asked by its
 * neighbour. An office the demo does not have is passed over.
 */
export async function agreeWithOthers(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	const [own, neighbour, finance] = ['wangxi', 'liuan', 'caizhengju'].map((slug) => county.offices.get(slug));
	if (!own || !neighbour || !finance) return;
	desk.at(daysBefore(today, 3), 10);
	const subsidy = await draft(desk, own, daysBefore(today, 3), {
		title: '关于水毁农田修复补助发放安排的通告',
		summary: '水毁农田修复补助的标准、资金来源和发放时间。',
		body: '<p>水毁农田修复按每亩三百元补助，资金由县级救灾资金安排，投保地块的保险赔付另行计算。补助于下月底前发放到户。</p>',
	});
	const record = { seen: 0, involvesOthers: true, needsApproval: true, authority: '临澜县防汛抗旱指挥部' };
	await desk.put(staffOf('wangxi').clerk, `/api/documents/${subsidy}/coordination`, record);
	await ask(desk, own, subsidy, {
		officeIds: [finance.id],
		outside: ['澜州市农业保险服务中心'],
		question: '请确认补助标准、资金来源和保险赔付的说法是否准确，与你单位发布的信息是否一致。',
	});
	desk.at(daysBefore(today, 2), 15);
	const { clerk } = staffOf('caizhengju');
	const { rows } = (await desk.get(clerk, '/api/coordination-requests')).body as { rows: { id: number }[] };
	for (const { id } of rows)
		await desk.post(clerk, `/api/coordination-requests/${id}/answer`, {
			reply: 'confirmed',
			opinion: '标准和资金来源无误。',
		});

	desk.at(daysBefore(today, 1), 9);
	const dredging = await draft(desk, neighbour, daysBefore(today, 1), {
		title: '关于两镇界河联合清淤的公告',
		summary: '界河清淤的河段、工期和施工期间的灌溉安排。',
		body: '<p>经两镇商定，界河清淤自下月起分两段进行，工期四十天；施工期间，两岸农田改由东干渠灌溉。</p>',
		origin: { kind: 'joint', lead: neighbour.name, others: [own.name], from: '', reason: '' },
	});
	await ask(desk, neighbour, dredging, {
		officeIds: [own.id],
		question: '公告由两镇共同制作，请确认工期和灌溉安排是否一致。',
	});
}

async function ask(desk: Desk, { slug }: DemoOfficeRow, id: number, asking: object): Promise<void> {
	await desk.post(staffOf(slug).clerk, `/api/documents/${id}/coordination-requests`, asking);
}

/** A whole draft on the desk of an office's clerk. */
async function draft(desk: Desk, office: DemoOfficeRow, day: string, text: object): Promise<number> {
	const { clerk } = staffOf(office.slug);
	const column = (await columnsOf(desk, office.slug, office.id)).find(({ name }) => name === '通知公告');
	const made = await desk.post(clerk, '/api/documents', { columnId: column?.id, type: 'notice', title: '' });
	const { id } = made.body as { id: number };
	const { version, content } = (await desk.get(clerk, `/api/documents/${id}`)).body as {
		version: number;
		content: object;
	};
	const rest = { formedOn: day, theme: '农业、林业、水利', keywords: ['农田水利'] };
	await desk.put(clerk, `/api/documents/${id}/draft`, { version, content: { ...content, ...rest, ...text } });
	return id;
}
