import type { Content } from '../api.ts';

/** The content as the inputs hold it: a choice not made is undefined, so that its placeholder is shown. */
export type EditorValues = Omit<Content, Choice> & { [K in Choice]?: Content[K] | undefined };
type Choice = 'theme' | 'genre' | 'attribute' | 'ground' | 'code';
const CHOICES: readonly Choice[] = ['theme', 'genre', 'attribute', 'ground', 'code'];

export function valuesOf(content: Content): EditorValues {
	return { ...content, ...Object.fromEntries(CHOICES.map((key) => [key, content[key] || undefined])) };
}

/** What the inputs hold as the server takes it. Grounds for not opening go when the document is to be opened. */
export function contentOf(values: EditorValues): Content {
	const { theme = '', genre = '', attribute = '', ground = '', code = '' } = values;
	const open = attribute === 'active';
	return {
		...values,
		theme,
		genre,
		attribute,
		code,
		ground: open ? '' : ground,
		groundNote: open ? '' : values.groundNote,
		keywords: keywordsOf(values.keywords),
	};
}

/** Keywords as typed or pasted, without blanks and doubles. */
function keywordsOf(typed: readonly string[]): string[] {
	return [...new Set(typed.map((word) => word.trim()).filter((word) => word !== ''))];
}
