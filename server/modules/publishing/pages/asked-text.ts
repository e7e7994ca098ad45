import type { Services } from '../../../services.ts';
import type { AskedText } from '../queries/asked.ts';
import { unpublishedPage } from './unpublished.tsx';

/** The snapshot another office is asked about, as it would stand on the portal. */
export async function askedTextPage(services: Services, { request, content, files }: AskedText): Promise<string> {
	return await unpublishedPage(services, {
		trail: [request.askingName, '征求意见稿'],
		notice: '征求意见：本页尚未发布，仅供核对确认，请勿外传。',
		path: '/',
		content,
		indexNumber: null,
		publishedOn: null,
		edition: request.edition,
		editionOn: null,
		validity: 'valid',
		marks: [],
		files,
		fileHref: (id) => `/api/coordination-requests/${request.id}/files/${id}`,
	});
}
