import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Notice } from '../../../portal/components/index.ts';
import { Frame } from '../../../portal/frame.tsx';
import { readSite } from '../../../portal/site.ts';
import type { Services } from '../../../services.ts';
import { DocumentView } from './document-view.tsx';

type Shown = ComponentProps<typeof DocumentView>;

interface Unpublished extends Omit<Shown, 'attachments'> {
	/** Breadcrumb of the page, without addresses. */
	trail: readonly string[];
	/** What the reader is warned of. */
	notice: string;
	/** Address below the site that the page would have. */
	path: string;
	/** Every file that was ever added; the content names those that go out. */
	files: Shown['attachments'];
}

/** A text as it would stand on the portal, as a whole page, for a frame in the workbench. */
export async function unpublishedPage(
	services: Services,
	{ trail, notice, path, files, ...shown }: Unpublished,
): Promise<string> {
	const { title, attachments } = shown.content;
	const page = {
		title,
		breadcrumb: trail.map((label) => ({ label })),
		body: (
			<>
				<Notice kind="warning">{notice}</Notice>
				<DocumentView
					{...shown}
					attachments={attachments.flatMap((id) => files.find((file) => file.id === id) ?? [])}
				/>
			</>
		),
	};
	const url = `${services.config.publicUrl ?? ''}${path}`;
	return `<!DOCTYPE html>${renderToStaticMarkup(<Frame page={page} site={await readSite(services)} url={url} />)}`;
}
