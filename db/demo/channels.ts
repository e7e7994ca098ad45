import { addDays } from '../../server/kernel/civil-day.ts';
import type { DemoCounty } from './county.ts';
import type { Desk } from './desk.ts';
import { staffOf } from './staff.ts';

interface Opened {
	office: string;
	kind: string;
	name: string;
	address: string;
	keeper?: string;
	placeKind?: string;
	hours?: string;
	equipment?: string;
	/** Days before today on which something was put out there by hand; none is a silent account. */
	spoke?: number;
}

/** Through what the demo county speaks beside its portal. */
const CHANNELS: readonly Opened[] = [
	{ office: 'xianfuban', kind: 'wechat', name: '临澜发布', address: 'linlan-fabu', keeper: '政务公开科', spoke: 1 },
	{
		office: 'xianfuban',
		kind: 'weibo',
		name: '临澜县发布',
		address: 'https://weibo.example/linlan',
		keeper: '政务公开科',
		spoke: 19,
	},
	{ office: 'xianfuban', kind: 'gazette', name: '临澜县人民政府公报', address: '季度出版，县政府办编印' },
	{
		...{ office: 'xianfuban', kind: 'accessPoint', name: '县图书馆政府信息查阅点', address: '临澜县文昌路6号一楼' },
		...{ placeKind: 'library', hours: '周二至周日 9:00—17:30', equipment: '电脑2台、打印机1台、纸质文件架' },
	},
	{ office: 'wangxi', kind: 'wechat', name: '望溪镇微讯', address: 'wangxi-weixun', keeper: '党政综合办', spoke: 3 },
	{ office: 'wangxi', kind: 'board', name: '望溪镇政府公开栏', address: '望溪镇政府大门东侧' },
	{ office: 'wangxi', kind: 'speaker', name: '望溪镇村村响', address: '12个行政村广播室' },
	{
		...{ office: 'wangxi', kind: 'accessPoint', name: '望溪镇便民服务中心查阅点', address: '望溪镇溪东街18号' },
		...{ placeKind: 'service', hours: '工作日 8:30—12:00，14:00—17:30', equipment: '自助查询机1台' },
	},
	{ office: 'liuan', kind: 'wechat', name: '柳岸新风', address: 'liuan-xinfeng', keeper: '党政综合办' },
];

/** Opens the channels of the county, pushes a document, publishes an issue and hands over to a library. */
export async function openChannels(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	const ids = new Map<string, number>();
	for (const channel of CHANNELS) {
		const id = await openOne(desk, county, channel, today);
		if (id !== null) ids.set(channel.name, id);
	}
	await push(desk, ids, today);
	await publishIssue(desk, county, today);
	const library = ids.get('县图书馆政府信息查阅点');
	if (library === undefined) return;
	desk.at(addDays(today, -4), 10);
	const { body } = await desk.post('gongkaiban', '/api/deliveries', { channelId: library, carrier: 'electronic' });
	const { id } = body as { id: number };
	await desk.post('gongkaiban', `/api/deliveries/${id}/moves/deliver`, { revision: 1, day: addDays(today, -4) });
}

async function openOne(desk: Desk, county: DemoCounty, channel: Opened, today: string): Promise<number | null> {
	const { office: slug, spoke, ...given } = channel;
	const office = county.offices.get(slug);
	if (!office) return null;
	const who = keeperOf(slug);
	desk.at(addDays(today, -30), 9);
	const openedOn = `${Number(today.slice(0, 4)) - 2}-03-01`;
	const made = await desk.post(who, '/api/channels', { ...given, officeId: office.id, openedOn });
	const { id } = made.body as { id: number };
	desk.at(today, 8);
	if (spoke !== undefined) {
		const activity = { day: addDays(today, -spoke), title: '便民提示：近期天气和出行', link: '' };
		await desk.post(who, `/api/channels/${id}/activity`, activity);
	}
	if (given.kind === 'accessPoint')
		await desk.post(who, `/api/channels/${id}/visitors`, { month: addDays(today, -31).slice(0, 7), visitors: 14 });
	return id;
}

function keeperOf(slug: string): string {
	return slug === 'xianfuban' ? 'gongkaiban' : staffOf(slug).clerk;
}

interface Row {
	documentId: number;
	title: string;
	officeName: string;
}

/** The newest of a township: sent by WeChat, waiting for the board and the loudspeaker. */
async function push(desk: Desk, ids: ReadonlyMap<string, number>, today: string): Promise<void> {
	const { clerk } = staffOf('wangxi');
	const { rows } = (await desk.get(clerk, '/api/gazettes/candidates')).body as { rows: Row[] };
	const document = rows.find(({ officeName }) => officeName === '望溪镇') ?? rows[0];
	const channelIds = ['望溪镇微讯', '望溪镇政府公开栏', '望溪镇村村响'].flatMap((name) => ids.get(name) ?? []);
	if (!document || channelIds.length === 0) return;
	desk.at(today, 9);
	const prepared = await desk.post(clerk, '/api/dispatches', { documentId: document.documentId, channelIds });
	const [first] = (prepared.body as { ids: number[] }).ids;
	const sent = { revision: 1, link: 'https://mp.example/s/wangxi-0001' };
	await desk.post(clerk, `/api/dispatches/${first}/moves/send`, sent);
}

async function publishIssue(desk: Desk, county: DemoCounty, today: string): Promise<void> {
	const office = county.offices.get('xianfuban');
	if (!office) return;
	desk.at(addDays(today, -6), 10);
	const { rows } = (await desk.get('gongkaiban', '/api/gazettes/candidates')).body as { rows: Row[] };
	// Offices hold the same training in the same week: of each kind one is enough.
	const kinds = new Map(rows.map((row) => [row.title.slice(-6), row]));
	const items = [...kinds.values()].slice(0, 8).map(({ documentId, officeName }) => ({
		documentId,
		section: officeName === office.shortName ? '县政府文件' : '部门和乡镇文件',
	}));
	const issuedOn = addDays(today, -6);
	const created = await desk.post('gongkaiban', '/api/gazettes', {
		...{ officeId: office.id, title: '临澜县人民政府公报', year: Number(issuedOn.slice(0, 4)), number: 1, total: 23 },
		...{ issuedOn, foreword: '本期选登近期公开的文件和民生信息，欢迎到各查阅点领取。', copies: 300 },
		items: items.sort((a, b) => Number(b.section === '县政府文件') - Number(a.section === '县政府文件')),
	});
	const { id } = created.body as { id: number };
	await desk.post('gongkaiban', `/api/gazettes/${id}/moves/publish`, { revision: 1 });
	const copies = { place: '县图书馆', copies: 40, deliveredOn: issuedOn };
	await desk.post('gongkaiban', `/api/gazettes/${id}/copies`, copies);
}
