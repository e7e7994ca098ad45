import { renderToStaticMarkup } from 'react-dom/server';
import { Notice } from '../../../portal/components/index.ts';
import { Frame } from '../../../portal/frame.tsx';
import { readSite } from '../../../portal/site.ts';
import type { Services } from '../../../services.ts';
import type { AskedText } from '../queries/asked.ts';
import { DocumentView } from './document-view.tsx';

/** The snapshot another office is asked about, as it would stand on the portal, for a frame in the workbench. */
export async function askedTextPage(services: Services, { request, content, files }: AskedText): Promise<string> {
	const page = {
		title: content.title,
		breadcrumb: [{ label: request.askingName }, { label: '征求意见稿' }],
		body: (
			<>
				<Notice kind="warning">征求意见：本页尚未发布，仅供核对确认，请勿外传。</Notice>
				<DocumentView
					content={content}
					indexNumber={null}
					publishedOn={null}
					edition={request.edition}
					editionOn={null}
					validity="valid"
					marks={[]}
					attachments={content.attachments.flatMap((id) => files.find((file) => file.id === id) ?? [])}
					fileHref={(id) => `/api/coordination-requests/${request.id}/files/${id}`}
				/>
			</>
		),
	};
	const site = await readSite(services);
	const url = `${services.config.publicUrl ?? ''}/`;
	return `<!DOCTYPE html>${renderToStaticMarkup(<Frame page={page} site={site} url={url} />)}`;
}
