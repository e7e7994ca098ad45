import Image from '@tiptap/extension-image';
import { TableKit } from '@tiptap/extension-table';
import { Extension, type Extensions, Mark } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';

const ALIGNMENTS = ['center', 'right', 'justify'];

/** Where a paragraph stands: titles in the middle, signatures and dates on the right. Left is what nothing says. */
const TextAlign = Extension.create({
	name: 'textAlign',
	addGlobalAttributes: () => [
		{
			types: ['paragraph', 'heading'],
			attributes: {
				textAlign: {
					default: null,
					parseHTML: (element: HTMLElement) => ALIGNMENTS.find((one) => one === element.style.textAlign) ?? null,
					renderHTML: ({ textAlign }: { textAlign?: string | null }) =>
						textAlign ? { style: `text-align: ${textAlign}` } : {},
				},
			},
		},
	],
});

/** Raised and lowered letters: m², H₂O. One excludes the other. */
function raised(name: string, tag: 'sup' | 'sub', style: 'super' | 'sub', other: string) {
	return Mark.create({
		name,
		excludes: other,
		parseHTML: () => [
			{ tag },
			{ style: 'vertical-align', getAttrs: (value: string) => (value === style ? null : false) },
		],
		renderHTML: () => [tag, 0],
	});
}

/** What a document may hold; the server keeps the same and nothing else. */
export const EXTENSIONS: Extensions = [
	StarterKit.configure({
		heading: { levels: [2, 3, 4] },
		code: false,
		codeBlock: false,
		link: {
			openOnClick: false,
			defaultProtocol: 'https',
			protocols: ['mailto', 'tel'],
			HTMLAttributes: { target: null, rel: null },
		},
	}),
	TextAlign,
	raised('superscript', 'sup', 'super', 'subscript'),
	raised('subscript', 'sub', 'sub', 'superscript'),
	// A pasted picture stands as data until the server has it.
	Image.configure({ allowBase64: true }),
	TableKit.configure({ table: { resizable: false } }),
];
