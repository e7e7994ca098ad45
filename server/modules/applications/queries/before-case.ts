import { scopeOf } from '../../../kernel/actor.ts';
import { addMonths, dayOfInstant } from '../../../kernel/civil-day.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { searchDocuments } from '../../publishing/index.ts';
import { type Asked, type Likeness, likenessOf, questionsOf } from '../rules/likeness.ts';
import { selectApplication } from '../store/applications.ts';
import { type Earlier, selectEarlier } from '../store/earlier.ts';
import { selectByIds } from '../store/lists.ts';
import { type ApplicationSummary, summarise } from './summaries.ts';

/** As far back as earlier requests are looked at, and how many of them at most. */
const MONTHS_BACK = 60;
const MOST_EARLIER = 5_000;
const MOST_SHOWN = 10;

export interface PublishedAlready {
	id: number;
	title: string;
	indexNumber: string;
	documentNumber: string;
	publishedOn: string;
}

export interface AskedBefore extends ApplicationSummary {
	likeness: Likeness;
}

/** What is to be looked at before a request is worked on as a case of its own. */
export interface BeforeCase {
	/** 条例第三十六条第（一）项: published already, best match first. */
	published: PublishedAlready[];
	/** 第三十六条第（六）项: the same applicant has asked this office for it before. */
	repeated: AskedBefore[];
	/** Others have asked for it: their answers show what was decided then. */
	others: AskedBefore[];
	/** 第四十四条: how many different applicants ask for it, this one among them. */
	applicants: number;
}

/** @throws AppError `notFound` outside the scope. */
export async function beforeCase(reader: Reader, id: number): Promise<BeforeCase> {
	const application = await selectApplication(reader, scopeOf(reader.actor), id);
	const from = addMonths(reader.today, -MONTHS_BACK);
	const earlier = await selectEarlier(reader, application, from, MOST_EARLIER);
	const alike = earlier.flatMap((one) => {
		const likeness = likenessOf(application, one);
		return likeness ? [{ ...one, likeness }] : [];
	});
	const others = alike.filter(({ sameApplicant }) => !sameApplicant);
	return {
		published: await publishedAlready(reader, application),
		repeated: await shown(
			reader,
			alike.filter(({ sameApplicant }) => sameApplicant),
		),
		others: await shown(reader, others),
		applicants: new Set(others.map(({ applicant }) => applicant)).size + 1,
	};
}

/** Public documents of the whole county that answer the words of a request; the document number is tried first. */
export async function publishedAlready(reader: Reader, asked: Asked, most = 5): Promise<PublishedAlready[]> {
	const found = new Map<number, PublishedAlready>();
	for (const text of questionsOf(asked)) {
		if (found.size >= most) break;
		const { rows } = await searchDocuments(reader, { text, order: 'relevance', page: 1 });
		for (const { documentId, title, indexNumber, documentNumber, publishedAt } of rows) {
			const publishedOn = dayOfInstant(publishedAt.getTime());
			if (!found.has(documentId))
				found.set(documentId, { id: documentId, title, indexNumber, documentNumber, publishedOn });
		}
	}
	return [...found.values()].slice(0, most);
}

const ORDER: readonly Likeness[] = ['identical', 'same', 'similar'];

async function shown(reader: Reader, alike: readonly (Earlier & { likeness: Likeness })[]): Promise<AskedBefore[]> {
	const first = [...alike].sort((a, b) => ORDER.indexOf(a.likeness) - ORDER.indexOf(b.likeness)).slice(0, MOST_SHOWN);
	const ids = first.map(({ id }) => id);
	const summaries = await summarise(reader, await selectByIds(reader, scopeOf(reader.actor), ids));
	return first.flatMap(({ id, likeness }) => {
		const summary = summaries.find((one) => one.id === id);
		return summary ? [{ ...summary, likeness }] : [];
	});
}
