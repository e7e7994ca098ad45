import type { Issue } from '../../../api/index.ts';
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

/**
 * Issues under the names of the editor's inputs. The save of a draft names them `content.title`, the moves `title`.
 */
export function inputIssues(issues: readonly Issue[]): Issue[] {
	return issues.map((issue) => {
		if (issue.field === undefined) return issue;
		return { ...issue, field: issue.field.replace(/^content\./, '') };
	});
}

/** Which inputs are changed by a new judgement of the server: those it finds wrong now, and those it no longer does. */
export function judged(
	before: readonly string[],
	placed: readonly { name: readonly (string | number)[]; errors: readonly string[] }[],
): { name: readonly (string | number)[]; errors: string[] }[] {
	const now = new Set(placed.map(({ name }) => name.join('.')));
	const mended = before.filter((name) => !now.has(name)).map((name) => ({ name: name.split('.'), errors: [] }));
	return [...mended, ...placed.map(({ name, errors }) => ({ name, errors: [...errors] }))];
}
