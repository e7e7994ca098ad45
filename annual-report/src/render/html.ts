import type { Report } from '../model/index.ts';
import { escapeHtml } from './escape.ts';
import { htmlTable } from './html-table.ts';
import type { RenderInput, RenderSection } from './input.ts';
import { layoutsFor, renderInputOf } from './input.ts';
import { reportCss } from './style.ts';
import { signedDate } from './text.ts';

/** How a report becomes html. */
export interface HtmlOptions {
	/** A whole page with its own style (true), or a fragment to put into one (false, the default). */
	page?: boolean;
	/** Level of the title's heading; section headings go below it. 1 by default. */
	headingLevel?: 1 | 2 | 3;
	/** Put before every id, where a page holds several reports. */
	idPrefix?: string;
}

/**
 * A report as semantic html: headings, paragraphs and the official tables with merged cells, each figure tied to its
 * heads. No script, no inline style, all text escaped. Blank, dashed and unreadable cells keep their state.
 */
export function renderHtml(source: Report | RenderInput, options: HtmlOptions = {}): string {
	const input = 'claims' in source ? renderInputOf(source) : source;
	const fragment = article(input, options);
	if (!options.page) return fragment;
	return [
		'<!doctype html>',
		'<html lang="zh-CN">',
		'<head>',
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeHtml(input.title)}</title>`,
		`<style>${reportCss}</style>`,
		'</head>',
		`<body><main>${fragment}</main></body>`,
		'</html>',
		'',
	].join('\n');
}

function article(input: RenderInput, { headingLevel = 1, idPrefix = '' }: HtmlOptions): string {
	return [
		'<article class="annual-report">',
		`<h${headingLevel}>${escapeHtml(input.title)}</h${headingLevel}>`,
		...input.preface.map(paragraph),
		...input.sections.map((section) => htmlSection(section, input, headingLevel, idPrefix)),
		signature(input),
		'</article>',
	]
		.filter(Boolean)
		.join('\n');
}

function htmlSection(section: RenderSection, input: RenderInput, top: number, prefix: string): string {
	const tag = `h${Math.min(6, top + section.level)}`;
	const layout = layoutsFor(input.form).find(({ key }) => key === section.table);
	return [
		`<${tag}>${escapeHtml(section.ordinal + section.heading)}</${tag}>`,
		...section.paragraphs.map(paragraph),
		layout ? htmlTable(layout, input.cells, prefix) : '',
	]
		.filter(Boolean)
		.join('\n');
}

function paragraph(text: string): string {
	return `<p>${escapeHtml(text)}</p>`;
}

function signature({ organ, signedOn }: RenderInput): string {
	const lines = [organ, signedOn === null ? null : signedDate(signedOn)].filter((line) => line !== null);
	return lines.map((line) => `<p class="signature">${escapeHtml(line)}</p>`).join('\n');
}
