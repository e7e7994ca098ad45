import type { Preview } from './api.ts';

/** The letter as it would read; each paragraph begins two characters in, as it is printed. */
export function LetterPreview({ preview }: { preview: Preview }) {
	return (
		<article className="ga-letter" aria-label={`预览：${preview.title}`}>
			<h3>{preview.title}</h3>
			<div className="ga-text">{preview.paragraphs.map((text) => `　　${text}`).join('\n')}</div>
		</article>
	);
}
