import { createHash } from 'node:crypto';
import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import { type OfficialDocument, writePaper } from '../../../platform/documents/index.ts';
import { readTimeline } from '../../../platform/timeline.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { fileNamePart, type ZipEntry, zip } from '../../../platform/zip.ts';
import type { Services } from '../../../services.ts';
import { officeById } from '../../offices/index.ts';
import { publicationsOf, publicDocumentsOf } from '../../publishing/index.ts';
import { CARRIERS, type Channel, DELIVERY_STATES, type DeliveryItem } from '../model.ts';
import { canOn } from '../policy.ts';
import { articlePage, articlePaper, inventory, listPaper } from '../sheets/delivery.ts';
import {
	type DeliveryRow,
	selectDelivered,
	selectDeliveries,
	selectDelivery,
	selectDeliveryItems,
} from '../store/deliveries.ts';
import { deliveryWorkflow } from '../workflow.ts';
import { type Material, materialOf, originOf } from './material.ts';

/** Most documents in one delivery; what is left goes with the next. */
const MOST = 500;

/** What a place has not been given in the edition that is public now, oldest first. */
export async function undelivered(reader: Reader, place: Pick<Channel, 'id' | 'officeId'>): Promise<DeliveryItem[]> {
	const given = await selectDelivered(reader, place.id);
	const all = await publicDocumentsOf(reader, place.officeId, {}, { limit: 100_000 });
	return all
		.filter(({ documentId, revisionId }) => !given.has(`${documentId}/${revisionId}`))
		.reverse()
		.slice(0, MOST)
		.map(({ documentId, revisionId, title, indexNumber }) => ({ documentId, revisionId, title, indexNumber }));
}

function presented(row: DeliveryRow) {
	return {
		...row,
		name: `${row.year}年第${row.number}批`,
		carrierLabel: CARRIERS[row.carrier],
		stateLabel: DELIVERY_STATES[row.state],
	};
}

export async function listDeliveries(reader: Reader, filter: { officeId?: number | undefined }) {
	return (await selectDeliveries(reader, scopeOf(reader.actor), filter)).map(presented);
}

/** One delivery with its list; what was withdrawn since says so. @throws AppError `notFound` */
export async function deliveryView(reader: Reader, id: number) {
	const row = await selectDelivery(reader, scopeOf(reader.actor), id);
	if (!row) throw new AppError('notFound');
	const items = await selectDeliveryItems(reader, id);
	const live = await publicationsOf(
		reader,
		items.map(({ documentId }) => documentId),
	);
	const moves = movesFrom(deliveryWorkflow, row.state, undefined, canOn(reader.actor, row.officeId));
	return {
		...presented(row),
		list: items.map((item) => ({ ...item, isWithdrawn: !live.has(item.documentId) })),
		moves: moves.map((move) => ({ ...move, reasons: [...move.reasons] })),
		history: await readTimeline(reader, 'delivery', id),
	};
}

/** The list as a paper both sides sign; what was withdrawn since is named by its index number. @throws AppError `notFound` */
export async function deliveryPaper(reader: Reader, id: number): Promise<{ paper: OfficialDocument; name: string }> {
	const row = await selectDelivery(reader, scopeOf(reader.actor), id);
	const office = row && (await officeById(reader, row.officeId));
	if (!row || !office) throw new AppError('notFound');
	const items = await selectDeliveryItems(reader, id);
	const live = await publicationsOf(
		reader,
		items.map(({ documentId }) => documentId),
	);
	const lines = items.map(({ documentId, indexNumber }) => ({ indexNumber, shown: live.get(documentId) ?? null }));
	const { name } = presented(row);
	return { paper: listPaper({ ...presented(row), officeName: office.name }, lines), name: `移交清单（${name}）` };
}

/**
 * 移交包: each document that still is public as docx, pdf and html with its attachments, the list as xlsx, and a manifest of
 * hashes. @throws AppError `notFound`
 */
export async function deliveryPackage(reader: Reader, services: Services, id: number): Promise<Uint8Array> {
	const row = await selectDelivery(reader, scopeOf(reader.actor), id);
	if (!row) throw new AppError('notFound');
	const items = await selectDeliveryItems(reader, id);
	const entries: ZipEntry[] = [];
	const lines: { item: DeliveryItem; folder: string; material: Material | null }[] = [];
	for (const [at, item] of items.entries()) {
		const material = await materialOf(reader, originOf(services), item.documentId);
		const folder = `${String(at + 1).padStart(3, '0')}_${fileNamePart(material?.document.title ?? '已撤下', 40)}`;
		lines.push({ item, folder, material });
		if (material) entries.push(...(await filesOf(material, folder, services)));
	}
	entries.push({ name: '移交清单.xlsx', content: await inventory(presented(row), lines) });
	const manifest = entries.map(({ name, content }) => `${createHash('sha256').update(content).digest('hex')}  ${name}`);
	return zip([...entries, { name: 'manifest-sha256.txt', content: Buffer.from(`${manifest.join('\n')}\n`) }]);
}

async function filesOf(material: Material, folder: string, { config, files }: Services): Promise<ZipEntry[]> {
	const paper = articlePaper(material);
	const entries: ZipEntry[] = [
		{ name: `${folder}/正文.docx`, content: await writePaper(paper, 'docx', config.fontDir) },
		{ name: `${folder}/正文.pdf`, content: await writePaper(paper, 'pdf', config.fontDir) },
		{ name: `${folder}/正文.html`, content: Buffer.from(articlePage(material)) },
	];
	for (const [at, file] of [...material.document.attachments, ...material.pictures].entries()) {
		const chunks: Buffer[] = [];
		for await (const chunk of files.read(file.sha256)) chunks.push(chunk as Buffer);
		const name = `${String(at + 1).padStart(2, '0')}_${fileNamePart(file.fileName, 60)}`;
		entries.push({ name: `${folder}/附件/${name}`, content: Buffer.concat(chunks) });
	}
	return entries;
}
