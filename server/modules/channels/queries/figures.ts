import { scopeOf } from '../../../kernel/actor.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { publishedCount } from '../../publishing/index.ts';
import { KIND_KEYS, type Kind, kindRow, type Line } from '../model.ts';
import { selectChannels, selectVisits } from '../store/channels.ts';
import { selectDeliveries, selectDeliveryItems } from '../store/deliveries.ts';
import { selectSentKinds } from '../store/dispatches.ts';
import { selectInGazette, selectIssues } from '../store/gazettes.ts';

/** A figure of a year by the name of the register it stands for, with the documents behind it where it counts documents. */
export interface ChannelFigure {
	register: string;
	quantity: number;
	/** Other totals of the register, such as copies. */
	fields: Readonly<Record<string, string>>;
	/** Quantity by choice, keyed `field=choice` as registers do. */
	choices: Readonly<Record<string, string>>;
	documents: readonly number[] | null;
}

const REGISTERS: Readonly<Record<Line, string>> = {
	website: 'channelWebsite',
	wechat: 'channelWechat',
	weibo: 'channelWeibo',
	gazette: 'channelGazette',
	other: 'channelOther',
};

/** Registers for which this module may have the figure. */
export const FIGURE_REGISTERS: ReadonlySet<string> = new Set([
	...Object.values(REGISTERS),
	...['newMedia', 'accessPoint', 'gazette', 'delivery', 'visit'],
]);

function figure(register: string, quantity: number, more: Partial<ChannelFigure> = {}): ChannelFigure {
	return { register, quantity, fields: {}, choices: {}, documents: null, ...more };
}

/**
 * What this house knows of an office's channels in a year. A register for which nothing is answered here has its own lines as its
 * source: the house was not used for it. Of items by channel (2014 form 1.2.x) each document counts once a line, and only
 * documents the line above them (1.1) counts: first public in that year and public still.
 */
export async function channelFigures(reader: Reader, officeId: number, year: number): Promise<ChannelFigure[]> {
	const scope = scopeOf(reader.actor);
	const until = `${year}-12-31`;
	const channels = (await selectChannels(reader, scope, { officeId })).filter(({ openedOn }) => openedOn <= until);
	const has = (line: Line) => channels.some(({ kind }) => kindRow(kind).line === line && kindRow(kind).dispatched);
	const items = await itemsByLine(reader, officeId, year);
	const lines = (Object.keys(REGISTERS) as Line[]).flatMap((line) => {
		const documents = items[line];
		return documents.length > 0 || has(line) ? [figure(REGISTERS[line], documents.length, { documents })] : [];
	});
	return [
		...lines,
		...stocks(channels, until),
		...(await gazettes(reader, officeId, year)),
		...(await deliveries(reader, officeId, year)),
		...(await visitors(reader, channels, year)),
	];
}

async function itemsByLine(reader: Reader, officeId: number, year: number): Promise<Record<Line, number[]>> {
	const { ids } = await publishedCount(reader, officeId, year);
	const sent = await selectSentKinds(reader, ids);
	const inGazette = await selectInGazette(reader, ids);
	const through = (line: Line) => {
		const kinds = new Set<Kind>(KIND_KEYS.filter((kind) => kindRow(kind).line === line));
		const found = new Set(sent.filter(({ kind }) => kinds.has(kind)).map(({ documentId }) => documentId));
		return ids.filter((id) => found.has(id));
	};
	return {
		website: ids,
		gazette: ids.filter((id) => inGazette.has(id)),
		wechat: through('wechat'),
		weibo: through('weibo'),
		other: through('other'),
	};
}

type Opened = { id: number; kind: Kind; closedOn: string | null };

/** Accounts and places there are on the last day; known once there ever was one. */
function stocks(channels: readonly Opened[], until: string): ChannelFigure[] {
	const of = (register: string, isMeant: (kind: Kind) => boolean) => {
		const meant = channels.filter(({ kind }) => isMeant(kind));
		const open = meant.filter(({ closedOn }) => closedOn === null || closedOn > until);
		return meant.length > 0 ? [figure(register, open.length)] : [];
	};
	return [
		...of('newMedia', (kind) => kindRow(kind).newMedia === true),
		...of('accessPoint', (kind) => kind === 'accessPoint'),
	];
}

/** 公报发行期数、总份数 (2014 form 9.1, 9.2): copies printed. */
async function gazettes(reader: Reader, officeId: number, year: number): Promise<ChannelFigure[]> {
	const issues = await selectIssues(reader, scopeOf(reader.actor), { officeId });
	const out = issues.filter(({ state, issuedOn }) => state === 'published' && issuedOn <= `${year}-12-31`);
	if (out.length === 0) return [];
	const own = out.filter((issue) => issue.year === year);
	const copies = own.reduce((sum, issue) => sum + issue.copies, 0);
	return [figure('gazette', own.length, { fields: { copies: String(copies) } })];
}

/** 向查阅场所报送信息数 (7.1, 7.2): each document once a carrier, to however many places it went. */
async function deliveries(reader: Reader, officeId: number, year: number): Promise<ChannelFigure[]> {
	const all = await selectDeliveries(reader, scopeOf(reader.actor), { officeId });
	const given = all.filter(({ deliveredOn }) => deliveredOn !== null && deliveredOn <= `${year}-12-31`);
	if (given.length === 0) return [];
	const documents = { paper: new Set<number>(), electronic: new Set<number>() };
	for (const { id, carrier, deliveredOn } of given) {
		if (!deliveredOn?.startsWith(`${year}-`)) continue;
		const items = (await selectDeliveryItems(reader, id)).map(({ documentId }) => documentId);
		for (const item of items) {
			if (carrier !== 'electronic') documents.paper.add(item);
			if (carrier !== 'paper') documents.electronic.add(item);
		}
	}
	const { paper, electronic } = documents;
	const choices = { 'carrier=paper': String(paper.size), 'carrier=electronic': String(electronic.size) };
	return [
		figure('delivery', paper.size + electronic.size, { choices, documents: [...new Set([...paper, ...electronic])] }),
	];
}

async function visitors(reader: Reader, channels: readonly Opened[], year: number): Promise<ChannelFigure[]> {
	const places = channels.filter(({ kind }) => kind === 'accessPoint').map(({ id }) => id);
	const months = (await selectVisits(reader, places)).filter(({ month }) => month.startsWith(`${year}-`));
	if (months.length === 0) return [];
	return [
		figure(
			'visit',
			months.reduce((sum, month) => sum + month.visitors, 0),
		),
	];
}
