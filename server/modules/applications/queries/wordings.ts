import { chineseDay } from '../../../kernel/civil-day.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { LetterId, OutcomeCode } from '../../../law/codes.ts';
import { LETTERS } from '../../../law/letters.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { type OfficialDocument, type PaperFormat, writePaper } from '../../../platform/documents/index.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { officeById } from '../../offices/index.ts';
import { paperOf } from '../letters/compose.ts';
import { templateOf, WORDINGS, wordingKey } from '../letters/index.ts';
import type { Template } from '../letters/template.ts';
import {
	type Blank,
	blanksFor,
	defaultTitle,
	keyed,
	labelled,
	nameOf,
	sourceOf,
	templateFrom,
	type WordingKey,
	type WordingText,
} from '../letters/wording.ts';
import { selectEditions, selectNewestEdition, selectNewestEditions, type WordingEdition } from '../store/wordings.ts';

/** How a letter reads today. `id` is null for the wording of the product. */
export interface Wording {
	readonly id: number | null;
	readonly title: string;
	readonly template: Template;
}

/** The county's wording of a letter, or that of the product where the county has none. */
export async function wordingOf(reader: Reader, template: LetterId, outcome?: OutcomeCode): Promise<Wording> {
	const key = wordingKey(template, outcome);
	const base = templateOf(key.template, key.outcome);
	const newest = await selectNewestEdition(reader, key.template, key.outcome ?? '');
	if (!newest?.text) return { id: null, title: defaultTitle(key), template: base };
	return { id: newest.id, title: newest.text.title, template: templateFrom(newest.text.source, base) };
}

/** @throws AppError `notFound` for a name that is no letter's. */
export function keyNamed(name: string): WordingKey {
	const found = WORDINGS.find((key) => nameOf(key) === name);
	if (!found) throw new AppError('notFound');
	return found;
}

/** The product's own wording, as it is kept. */
export function ownText(key: WordingKey): WordingText {
	return { title: defaultTitle(key), source: sourceOf(templateOf(key.template, key.outcome)) };
}

export interface WordingLine {
	name: string;
	title: string;
	/** The outcome it is for, where the letter reads otherwise by outcome. */
	outcome: string;
	to: (typeof LETTERS)[LetterId]['to'];
	/** 0 while the county has changed nothing. */
	edition: number;
	/** Worded by the county itself. */
	own: boolean;
	changedAt: Date | null;
}

export async function listWordings(reader: Reader): Promise<WordingLine[]> {
	const newest = await selectNewestEditions(reader);
	return WORDINGS.map((key) => {
		const found = newest.find(({ template, outcome }) => template === key.template && outcome === (key.outcome ?? ''));
		return {
			name: nameOf(key),
			title: found?.text?.title ?? defaultTitle(key),
			outcome: key.outcome ? OUTCOMES[key.outcome].name : '',
			to: LETTERS[key.template].to,
			edition: found?.edition ?? 0,
			own: found?.text != null,
			changedAt: found?.createdAt ?? null,
		};
	});
}

export interface WordingView extends WordingText {
	name: string;
	outcome: string;
	edition: number;
	/** As the product words it. */
	standard: WordingText;
	blanks: Blank[];
	editions: WordingEdition[];
}

export async function wordingView(reader: Reader, name: string): Promise<WordingView> {
	const key = keyNamed(name);
	const editions = await selectEditions(reader, key.template, key.outcome ?? '');
	const base = templateOf(key.template, key.outcome);
	const read = ({ title, source }: WordingText) => ({ title, source: labelled(key, base, source) });
	const standard = read(ownText(key));
	const [newest] = editions;
	return {
		name,
		outcome: key.outcome ? OUTCOMES[key.outcome].name : '',
		edition: newest?.edition ?? 0,
		...(newest?.text ? read(newest.text) : standard),
		standard,
		blanks: blanksFor(key, base),
		editions: editions.map((one) => ({ ...one, text: one.text && read(one.text) })),
	};
}

/** A wording as it would be printed: every blank filled with its own name, head and foot of the reader's office. */
export async function sampleOf(
	reader: Reader,
	name: string,
	{ title, source }: WordingText,
): Promise<OfficialDocument> {
	const key = keyNamed(name);
	const base = templateOf(key.template, key.outcome);
	const office = reader.actor.kind === 'person' ? await officeById(reader, reader.actor.officeId) : null;
	if (!office) throw new AppError('forbidden');
	const values = Object.fromEntries(blanksFor(key, base).map((blank) => [blank.key, `〔${blank.label}〕`]));
	const head = {
		wording: { title, template: templateFrom(keyed(key, base, source), base) },
		issuer: office.name,
		number: '〔文号〕',
		reader: '〔收件人〕',
		office,
		day: chineseDay(reader.today),
	};
	return paperOf(head, values);
}

export async function printSample(
	reader: Reader,
	name: string,
	text: WordingText,
	format: PaperFormat,
	fontDir: string | undefined,
): Promise<Uint8Array> {
	return await writePaper(await sampleOf(reader, name, text), format, fontDir);
}
