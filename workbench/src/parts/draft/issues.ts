import type { Issue } from '../../api/index.ts';

type Path = readonly (string | number)[];

/** Issues under the names of a form's inputs. The save of a draft names them `content.title`, other routes `title`. */
export function inputIssues(issues: readonly Issue[]): Issue[] {
	return issues.map((issue) => {
		if (issue.field === undefined) return issue;
		return { ...issue, field: issue.field.replace(/^content\./, '') };
	});
}

/** Which inputs are changed by a new judgement of the server: those it finds wrong now, and those it no longer does. */
export function judged(
	before: readonly string[],
	placed: readonly { name: Path; errors: readonly string[] }[],
): { name: Path; errors: string[] }[] {
	const now = new Set(placed.map(({ name }) => name.join('.')));
	const mended = before.filter((name) => !now.has(name)).map((name) => ({ name: name.split('.'), errors: [] }));
	return [...mended, ...placed.map(({ name, errors }) => ({ name, errors: [...errors] }))];
}
