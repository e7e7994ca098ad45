import type { SectionSpec } from '../forms/index.ts';
import { sixSections } from '../forms/index.ts';
import type { Report, RuleContext, Section } from '../model/index.ts';

/** The text of a report as the text rules need it: without blanks, as a whole and by section. */
export interface Narrative {
	/** Headings and bodies one after the other, blanks removed, 。 between the pieces. */
	whole: string;
	/** What stands before the first heading. */
	preface: string;
	/** The section that takes the place of each of the six prescribed ones, by number. */
	six: ReadonlyMap<number, Section>;
	/** Body of a section and of everything below it, with the headings. */
	under(section: Section): string;
}

const known = new WeakMap<RuleContext, Narrative>();

/** The narrative of the report under audit; worked out once an audit, however many rules ask. */
export function narrativeOf(context: RuleContext): Narrative {
	let narrative = known.get(context);
	if (!narrative) {
		narrative = makeNarrative(context.report);
		known.set(context, narrative);
	}
	return narrative;
}

/** Text without any blanks: words cut by line ends or spaced out for looks read as one. */
export function squeeze(text: string): string {
	return text.replace(/[\s\u3000\u00a0]+/g, '');
}

function makeNarrative(report: Report): Narrative {
	const { sections } = report;
	return {
		whole: squeeze(sections.map(textOf).join('\n')),
		preface: prefaceOf(report),
		six: sixOf(sections),
		under: (section) => under(sections, section),
	};
}

function textOf({ heading, body }: Section): string {
	return `${heading}。${body}`;
}

function under(sections: readonly Section[], section: Section): string {
	const start = sections.indexOf(section);
	let end = start + 1;
	while ((sections[end]?.level ?? 0) > section.level) end++;
	const below = sections.slice(start + 1, end).map(textOf);
	return squeeze([section.body, ...below].join('。'));
}

/** Everything printed before the first heading of the outline; empty where lines and headings cannot be matched. */
function prefaceOf({ preface, lines, sections }: Report): string {
	if (preface !== undefined) return squeeze(preface);
	const first = sections.find((section) => section.n === 1) ?? sections[0];
	if (!first) return '';
	const wanted = squeeze(first.heading);
	const end = lines.findIndex(({ text }) => {
		const line = squeeze(text);
		return line.includes(wanted) && line.length <= wanted.length + 6;
	});
	return end < 0
		? ''
		: squeeze(
				lines
					.slice(0, end)
					.map(({ text }) => text)
					.join(''),
			);
}

/** Likeness from which a heading is taken for a prescribed one. */
const alike = 0.75;

function sixOf(sections: readonly Section[]): Map<number, Section> {
	const found = new Map<number, Section>();
	for (const spec of sixSections) {
		let best: { section: Section; value: number } | undefined;
		for (const section of sections) {
			const value = likeness(section.heading, spec);
			if (value < alike) continue;
			const isHigher = best && section.level < best.section.level;
			if (!best || isHigher || (section.level === best.section.level && value > best.value)) best = { section, value };
		}
		if (best) found.set(spec.n, best.section);
	}
	return found;
}

const bareLabels = new Map(sixSections.map((spec) => [spec.n, [spec.label, ...spec.variants].map(bare)]));

/** How near a printed heading comes to a prescribed one or its known variants, 0 to 1. */
export function likeness(heading: string, spec: SectionSpec): number {
	const printed = bare(heading);
	return Math.max(...(bareLabels.get(spec.n) ?? []).map((label) => nearness(printed, label)));
}

/** A heading that says the prescribed one with more words around it (政府信息公开工作存在的…) is that heading. */
function nearness(printed: string, label: string): number {
	if (printed.includes(label)) return 1;
	// Texts of very different length cannot be alike enough to matter.
	if (printed.length > 1.8 * label.length || label.length > 1.8 * printed.length) return 0;
	return dice(printed, label);
}

function bare(heading: string): string {
	return squeeze(heading).replace(/[、，,。：:；;（）()的]/g, '');
}

/** Dice coefficient over pairs of neighbouring characters: 1 for equal texts, 0 without a pair in common. */
export function dice(a: string, b: string): number {
	if (a === b) return 1;
	if (a.length < 2 || b.length < 2) return 0;
	const pairs = new Map<string, number>();
	for (let i = 0; i + 1 < a.length; i++) pairs.set(a.slice(i, i + 2), (pairs.get(a.slice(i, i + 2)) ?? 0) + 1);
	let shared = 0;
	for (let i = 0; i + 1 < b.length; i++) {
		const left = pairs.get(b.slice(i, i + 2)) ?? 0;
		if (left === 0) continue;
		shared++;
		pairs.set(b.slice(i, i + 2), left - 1);
	}
	return (2 * shared) / (a.length + b.length - 2);
}

/** The words around a place in a text, for quoting in a message. */
export function quote(text: string, index: number, length = 12): string {
	const start = Math.max(0, index - 6);
	return `${start > 0 ? '…' : ''}${text.slice(start, index + length)}${index + length < text.length ? '…' : ''}`;
}
