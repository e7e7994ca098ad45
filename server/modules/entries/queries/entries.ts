import { isDeepStrictEqual } from 'node:util';
import { can, scopeOf } from '../../../kernel/actor.ts';
import { AppError } from '../../../kernel/errors.ts';
import { groupBy } from '../../../kernel/group.ts';
import { movesFrom } from '../../../kernel/workflow.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { listOffices, officeById, personNames } from '../../offices/index.ts';
import { publicationsOf } from '../../publishing/index.ts';
import { type Entry, entryTitle, STANDINGS, type StandardEntry, TRIMS } from '../model.ts';
import { mayKeep, mayPublish } from '../policy.ts';
import { editionEntries } from '../rules/edition.ts';
import { isMeant } from '../rules/meant.ts';
import { timingText } from '../rules/timing.ts';
import { fieldOf } from '../standard/fields.ts';
import { selectEditionList, selectEditions, selectEntries, selectPushed } from '../store/entries.ts';
import { selectMatch } from '../store/matches.ts';
import { selectStandard } from '../store/standard.ts';
import { entryWorkflow } from '../workflow.ts';
import { coverageOf, type Standing, standings } from './standing.ts';

/** How many documents of an entry a row names; the rest is behind its figure. */
const NAMED = 5;

function presentDuty({ duty, documents }: Standing) {
	return {
		state: duty.state,
		dueOn: duty.dueOn,
		periods: duty.periods.map(({ label, dueOn, state, metBy }) => ({ label, dueOn, state, metBy })),
		lateIds: duty.lateIds,
		count: documents.length,
		documents: documents
			.slice(0, NAMED)
			.map(({ documentId, title, publishedAt }) => ({ id: documentId, title, publishedOn: civilDay(publishedAt) })),
	};
}

function presentEntry(reader: Reader, entry: Entry, standing: Standing | undefined, standard?: StandardEntry) {
	const moves = movesFrom(entryWorkflow, entry.standing, undefined, () => mayKeep(reader.actor, entry.officeId));
	const isNewer = standard !== undefined && !standard.ended && standard.revision !== entry.standardRevision;
	return {
		...entry,
		title: entryTitle(entry.content),
		timing: timingText(entry.content.due),
		standingLabel: STANDINGS[entry.standing],
		trimLabel: entry.trim === null ? '' : TRIMS[entry.trim],
		standardCode: standard?.code ?? '',
		/** The county changed or ended its entry since this one was taken over. */
		standardNews: isNewer ? ('changed' as const) : standard?.ended ? ('ended' as const) : null,
		duty: standing ? presentDuty(standing) : null,
		moves: moves
			.filter(({ action }) => action !== 'renew' || isNewer)
			.map(({ action, label, permitted }) => ({ action, label, permitted })),
	};
}

/** The catalog of one office in work, and what of it the public sees. @throws AppError `notFound` */
export async function officeEntries(reader: Reader, officeId: number) {
	const office = await officeById(reader, officeId);
	const scope = scopeOf(reader.actor);
	const seen = scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === officeId);
	if (!office || !seen) throw new AppError('notFound');
	const entries = (await selectEntries(reader, scope, officeId)).filter(({ standing }) => standing !== 'ended');
	const followed = await standings(
		reader,
		entries.filter(({ standing }) => standing === 'adopted'),
	);
	const standard = new Map((await selectStandard(reader)).map((one) => [one.id, one]));
	const editions = await selectEditionList(reader, officeId);
	const [inForce] = await selectEditions(reader, officeId);
	const names = await personNames(
		reader,
		editions.flatMap(({ publishedBy }) => publishedBy ?? []),
	);
	return {
		office: { id: office.id, name: office.name, slug: office.slug },
		entries: entries.map((entry) =>
			presentEntry(reader, entry, followed.get(entry.id), standard.get(entry.standardId ?? 0)),
		),
		editions: editions.map(({ publishedBy, ...one }) => ({
			...one,
			publishedByName: names.get(publishedBy ?? 0) ?? '',
		})),
		hasUnpublished: !isDeepStrictEqual(inForce?.entries ?? [], editionEntries(entries)),
		mayKeep: mayKeep(reader.actor, officeId),
		mayPublish: mayPublish(reader.actor, officeId),
	};
}

/** The standard catalog, each entry with what became of it in the offices it is meant for. */
export async function standardCatalog(reader: Reader) {
	const standard = await selectStandard(reader);
	const all = can(reader.actor, 'catalog.manage') ? await selectEntries(reader, { kind: 'all' }) : [];
	const offices = (await listOffices(reader)).filter(({ status }) => status === 'active');
	const taken = groupBy(
		all.filter(({ standardId }) => standardId !== null),
		({ standardId }) => standardId,
	);
	const pushed = await selectPushed(reader);
	return {
		pushed: pushed && { number: pushed.number, publishedAt: pushed.publishedAt },
		mayManage: can(reader.actor, 'catalog.manage'),
		entries: standard.map((entry) => {
			const here = taken.get(entry.id) ?? [];
			const by = (standing: Entry['standing']) => here.filter((one) => one.standing === standing).length;
			return {
				...entry,
				title: entryTitle(entry.content),
				timing: timingText(entry.content.due),
				meant: offices.filter((office) => isMeant(entry, office)).length,
				proposed: by('proposed'),
				adopted: by('adopted'),
				trimmed: by('trimmed'),
			};
		}),
	};
}

/** Coverage by office and field, in the scope of whoever asks. Every figure opens to the entries of its office and field. */
export async function coverage(reader: Reader) {
	const entries = await selectEntries(reader, scopeOf(reader.actor));
	const followed = await standings(
		reader,
		entries.filter(({ standing }) => standing === 'adopted'),
	);
	const names = new Map((await listOffices(reader)).map(({ id, shortName }) => [id, shortName]));
	return coverageOf(entries, followed)
		.filter(({ officeId }) => names.has(officeId))
		.map((cell) => ({ ...cell, officeName: names.get(cell.officeId) ?? '' }));
}

/** Entries of offices that an officer has to look after: limits missed, what the county handed down and nobody answered. */
export interface EntryTrouble {
	entryId: number;
	officeId: number;
	/** Its name, such as 养老服务. */
	field: string;
	title: string;
	state: 'missing' | 'late' | 'proposed';
	/** Since when, or which period. */
	detail: string;
}

/** For supervision: what of the catalogs is not as it should be, over all offices. */
export async function entryTroubles(reader: Reader): Promise<EntryTrouble[]> {
	const entries = await selectEntries(reader, { kind: 'all' });
	const followed = await standings(
		reader,
		entries.filter(({ standing }) => standing === 'adopted'),
	);
	return entries.flatMap((entry): EntryTrouble[] => {
		const { id: entryId, officeId } = entry;
		const field = fieldOf(entry.field)?.name ?? entry.field;
		const base = { entryId, officeId, field, title: entryTitle(entry.content) };
		if (entry.standing === 'proposed') return [{ ...base, state: 'proposed', detail: entry.since }];
		const duty = followed.get(entryId)?.duty;
		if (duty?.state !== 'missing' && duty?.state !== 'late') return [];
		const periods = duty.periods
			.filter(({ state }) => state === 'missed' || state === 'late')
			.map(({ label }) => label);
		return [{ ...base, state: duty.state, detail: periods.join('、') }];
	});
}

/** To which entry a public document belongs, and to which it could. @throws AppError `notFound` when it is not public or seen */
export async function entryOfDocument(reader: Reader, documentId: number) {
	const document = (await publicationsOf(reader, [documentId])).get(documentId);
	const scope = scopeOf(reader.actor);
	const isSeen =
		document && (scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === document.officeId));
	if (!isSeen) throw new AppError('notFound');
	const match = await selectMatch(reader, documentId);
	const entries = (await selectEntries(reader, scope, document.officeId)).filter(
		({ standing }) => standing === 'adopted',
	);
	return {
		entryId: match?.entryId ?? null,
		byPerson: match?.byPerson ?? false,
		mayChange: mayKeep(reader.actor, document.officeId),
		options: entries.map(({ id, field, content }) => ({ id, field, title: entryTitle(content) })),
	};
}
