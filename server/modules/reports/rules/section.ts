import { type Issue, issue } from '../../../kernel/issue.ts';
import { messages } from '../messages.zh.ts';
import type { SectionContent, SectionNumber } from '../model.ts';
import { type Facts, openReferences } from '../narrative/references.ts';

const MAX_TEXT = 20_000;
const MAX_PROBLEMS = 50;

/** All the words of a section, problems included. */
export function wordsOf({ text, problems = [] }: SectionContent): string {
	return [text, ...problems.flatMap((one) => [one.problem, one.measure])].join('\n');
}

/** What is wrong with a section as typed. An unfilled reference is no mistake yet; one that names nothing is. */
export function sectionIssues(section: SectionNumber, content: SectionContent, facts: Facts): Issue[] {
	const issues: Issue[] = [];
	const words = wordsOf(content);
	if (words.length > MAX_TEXT) issues.push(issue('section.long', messages.sectionLong(MAX_TEXT), 'text'));
	const problems = content.problems ?? [];
	if (problems.length > 0 && section !== 5)
		issues.push(issue('section.problems', messages.problemsOnlyFive, 'problems'));
	problems.slice(0, MAX_PROBLEMS).forEach(({ problem, measure }, i) => {
		if (problem.trim() === '') issues.push(issue('section.problem', messages.problemEmpty, `problems.${i}.problem`));
		if (measure.trim() === '') issues.push(issue('section.measure', messages.problemEmpty, `problems.${i}.measure`));
	});
	if (problems.length > MAX_PROBLEMS) issues.push(issue('section.long', messages.sectionLong(MAX_TEXT), 'problems'));
	const { unknown } = openReferences(words, facts);
	const [first] = unknown;
	if (first !== undefined) issues.push(issue('section.reference', messages.unknownReference(first), 'text'));
	return issues;
}

/** References of a whole report that have no figure, each once. */
export function unfilledIn(sections: Iterable<SectionContent>, facts: Facts): string[] {
	const open = [...sections].flatMap((content) => {
		const { unknown, unfilled } = openReferences(wordsOf(content), facts);
		return [...unknown, ...unfilled];
	});
	return [...new Set(open)];
}
