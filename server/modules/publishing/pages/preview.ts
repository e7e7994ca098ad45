import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import type { Services } from '../../../services.ts';
import { documentInWork } from '../queries/in-work.ts';
import { unpublishedPage } from './unpublished.tsx';

/** The document in hand as it would stand on the portal. */
export async function previewPage(read: Reader, services: Services, documentId: number): Promise<string> {
	const { document, content, office, column, ...work } = await documentInWork(read, documentId);
	return await unpublishedPage(services, {
		trail: [office.name, column?.name ?? '', '正文'],
		notice: document.state === 'published' ? '预览：本版已在网站公开。' : '预览：本页尚未发布，仅供内部核对。',
		path: `/d/${document.id}`,
		content,
		indexNumber: document.indexNumber,
		publishedOn: document.firstPublishedAt ? civilDay(document.firstPublishedAt) : null,
		edition: document.edition,
		editionOn: null,
		validity: work.validity,
		marks: work.validityMarks,
		files: work.attachments,
		fileHref: (id) => `/api/documents/${document.id}/attachments/${id}`,
	});
}
