import { scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { type Publication, publicDocumentsOf } from '../../publishing/index.ts';
import { type Channel, PLACE_KINDS } from '../model.ts';
import { selectChannels } from '../store/channels.ts';
import { selectHandedOver } from '../store/deliveries.ts';

/** So many are listed on the screen; the sheet (`sheets/undelivered.ts`) has all. */
const LISTED = 100;
const ALL = 100_000;

/** 条例第二十五条 names these two: to them copies have to go without anybody asking. */
const OWED = { archive: '国家档案馆', library: '公共图书馆' } as const;
type Owed = keyof typeof OWED;

interface Missing {
	documentId: number;
	title: string;
	indexNumber: string;
	publishedOn: string;
	/** Of archive and library, who has not got the edition that is public now. */
	missing: Owed[];
	/** An older edition went to one that has not got this one. */
	isChanged: boolean;
}

/** A document that archive or library, by name, has not got. */
export type Undelivered = Omit<Missing, 'missing'> & { missing: string[] };

interface PlaceStanding {
	id: number;
	name: string;
	kindLabel: string;
	given: number;
	waiting: number;
	/** When the oldest of what waits became public. */
	waitingSince: string | null;
	lastOn: string | null;
}

type Handed = Awaited<ReturnType<typeof selectHandedOver>>;

const day = ({ publishedAt }: Pick<Publication, 'publishedAt'>) => civilDay(publishedAt);

/**
 * What an office has made public and not handed over: by place, and which documents no archive or no library has got.
 * @throws AppError `notFound` outside the reader's offices
 */
export async function undeliveredOf(reader: Reader, officeId: number) {
	const { places, missing, total } = await standing(reader, officeId);
	const kinds = new Set(places.map(({ placeKind }) => placeKind));
	return {
		documents: total,
		places: places.map(({ placeKind: _, ...place }) => place),
		/** Kinds of places the law names and the office has registered none of. */
		absent: (Object.keys(OWED) as Owed[]).filter((kind) => !kinds.has(kind)).map((kind) => OWED[kind]),
		total: missing.length,
		rows: missing
			.slice(0, LISTED)
			.map(({ missing: to, ...row }) => ({ ...row, missing: to.map((kind) => OWED[kind]) })),
	};
}

/** Every such document, the newest last. @throws AppError `notFound` */
export async function undeliveredDocuments(reader: Reader, officeId: number): Promise<Undelivered[]> {
	const { missing } = await standing(reader, officeId);
	return missing.map(({ missing: to, ...row }) => ({ ...row, missing: to.map((kind) => OWED[kind]) }));
}

async function standing(reader: Reader, officeId: number) {
	const scope = scopeOf(reader.actor);
	const isOwn = scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === officeId);
	if (!isOwn) throw new AppError('notFound');
	const open = await selectChannels(reader, scope, { officeId, kinds: ['accessPoint'], openOn: reader.today });
	const documents = await publicDocumentsOf(reader, officeId, {}, { limit: ALL });
	const handed = await selectHandedOver(reader, officeId);
	return {
		total: documents.length,
		places: open.map((place) => ({ ...placeStanding(place, documents, handed), placeKind: place.placeKind })),
		missing: missingIn(documents, handed, await kindsOf(reader, officeId)),
	};
}

function placeStanding(place: Channel, documents: readonly Publication[], handed: Handed): PlaceStanding {
	const own = handed.filter(({ channelId }) => channelId === place.id);
	const given = new Set(own.map(editionOf));
	const waiting = documents.filter((one) => !given.has(editionOf(one)));
	return {
		id: place.id,
		name: place.name,
		kindLabel: place.placeKind ? PLACE_KINDS[place.placeKind] : '',
		given: documents.length - waiting.length,
		waiting: waiting.length,
		waitingSince: waiting.map(day).sort()[0] ?? null,
		lastOn:
			own
				.flatMap(({ deliveredOn }) => deliveredOn ?? [])
				.sort()
				.at(-1) ?? null,
	};
}

/** Kind of every place the office ever had: what a closed one was given it was given. */
async function kindsOf(reader: Reader, officeId: number): Promise<Map<number, Channel['placeKind']>> {
	const places = await selectChannels(reader, scopeOf(reader.actor), { officeId, kinds: ['accessPoint'] });
	return new Map(places.map(({ id, placeKind }) => [id, placeKind]));
}

function editionOf({ documentId, revisionId }: Pick<Publication, 'documentId' | 'revisionId'>): string {
	return `${documentId}/${revisionId}`;
}

function missingIn(
	documents: readonly Publication[],
	handed: Handed,
	kinds: ReadonlyMap<number, Channel['placeKind']>,
): Missing[] {
	const given = new Set(handed.map((one) => `${kinds.get(one.channelId)} ${editionOf(one)}`));
	const before = new Set(handed.map(({ channelId, documentId }) => `${kinds.get(channelId)} ${documentId}`));
	return documents
		.map((one) => {
			const missing = (Object.keys(OWED) as Owed[]).filter((kind) => !given.has(`${kind} ${editionOf(one)}`));
			const { documentId, title, indexNumber } = one;
			const isChanged = missing.some((kind) => before.has(`${kind} ${documentId}`));
			return { documentId, title, indexNumber, publishedOn: day(one), missing, isChanged };
		})
		.filter(({ missing }) => missing.length > 0)
		.reverse();
}
