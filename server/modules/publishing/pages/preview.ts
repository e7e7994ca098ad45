import { renderToStaticMarkup } from 'react-dom/server';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { Notice } from '../../../portal/components/index.ts';
import { Frame } from '../../../portal/frame.tsx';
import type { Page } from '../../../portal/page.ts';
import { readSite } from '../../../portal/site.ts';
import type { Services } from '../../../services.ts';
import { documentInWork } from '../queries/in-work.ts';
import { DocumentView } from './document-view.tsx';

/** The document as it would stand on the portal, as a whole page, for a frame in the workbench. */
export async function previewPage(read: Reader, services: Services, documentId: number): Promise<string> {
	const work = await documentInWork(read, documentId);
	const { document, content, office, column } = work;
	const page: Page = {
		title: content.title,
		breadcrumb: [{ label: office.name }, { label: column?.name ?? '' }, { label: '正文' }],
		body: (
			<>
				<Notice kind="warning">预览：本页尚未发布，仅供内部核对。</Notice>
				<DocumentView
					content={content}
					indexNumber={document.indexNumber}
					publishedOn={document.firstPublishedAt ? civilDay(document.firstPublishedAt) : null}
					edition={document.edition}
					editionOn={null}
					validity={work.validity}
					marks={work.validityMarks}
					attachments={content.attachments.flatMap((id) => work.attachments.find((file) => file.id === id) ?? [])}
					fileHref={(id) => `/api/documents/${document.id}/attachments/${id}`}
				/>
			</>
		),
	};
	const site = await readSite(services);
	const url = `${services.config.publicUrl ?? ''}/d/${document.id}`;
	return `<!DOCTYPE html>${renderToStaticMarkup(<Frame page={page} site={site} url={url} />)}`;
}
