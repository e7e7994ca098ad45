import { scopeOf } from '../../../kernel/actor.ts';
import { OUTCOMES } from '../../../law/outcomes.ts';
import { civilDay } from '../../../platform/clock.ts';
import type { Reader } from '../../../platform/transaction.ts';
import { concludedCases, openApplications } from '../../applications/index.ts';
import { listOffices } from '../../offices/index.ts';
import { lateDocuments, publishedWithin } from '../../publishing/index.ts';
import type { BoardRecord } from '../model.ts';
import { selectItemFlags } from '../store/figures.ts';
import { selectFindings } from '../store/rounds.ts';
import { itemWorkflow } from '../workflow.ts';
import { boardColumns, type ColumnFigure } from './board-columns.ts';
import { VOICES, type VoiceKey, voiceRecords } from './board-voices.ts';
import type { ItemFigure } from './figures.ts';

interface Ask {
	reader: Reader;
	officeIds: ReadonlySet<number>;
	period: { from: string; to: string };
	/** Outcome of an application, where only those of one are asked for. */
	outcome: string;
}

type Source = (ask: Ask) => Promise<BoardRecord[]>;

const ITEM_LABELS: Readonly<Record<ItemFigure, string>> = {
	...{ issued: '下发整改', closed: '销号', closedInTime: '按期销号', overdue: '逾期未整改' },
	...{ appealed: '申诉', upheld: '申诉成立', circulated: '通报', repeated: '一年内重复出现' },
};
const COLUMN_LABELS: Readonly<Record<ColumnFigure, string>> = {
	...{ items: '法定主动公开事项', itemsFilled: '有内容的法定事项', itemsAbsent: '说明无此类信息的法定事项' },
	...{ itemsMissing: '法定事项空缺', columns: '栏目', columnsEmpty: '空白栏目' },
};

const late: Source = async ({ reader, period: { from, to } }) =>
	(await lateDocuments(reader, from)).late
		.filter(({ publishedOn }) => (publishedOn ?? '') <= to)
		.map(({ id, officeId, title, due, publishedOn }) => ({
			...{ officeId, title, note: `应于${due}前公开`, day: publishedOn, path: `/d/${id}` },
		}));

const applications: Source = async ({ reader, period, outcome }) =>
	(await concludedCases(reader, scopeOf(reader.actor), period))
		.filter((row) => outcome === '' || OUTCOMES[row.outcome].name === outcome)
		.map(({ id, officeId, number, outcome: code, concludedOn: day }) => ({
			...{ officeId, title: `申请${number}`, note: OUTCOMES[code].name, day, path: `/workbench/applications/${id}` },
		}));

const applicationsOverdue: Source = async ({ reader }) =>
	(await openApplications(reader, scopeOf(reader.actor)))
		.filter(({ overdueDays }) => overdueDays > 0)
		.map(({ id, officeId, number, overdueDays, dueOn }) => ({
			...{ officeId, title: `申请${number ?? ''}`, note: `逾期${overdueDays}个工作日` },
			...{ day: dueOn, path: `/workbench/applications/${id}` },
		}));

function findingsWithin(what: 'firstSeen' | 'clearedOn'): Source {
	return async ({ reader, period: { from, to } }) =>
		(await selectFindings(reader, scopeOf(reader.actor), { all: true, [what]: [from, to] })).map((finding) => ({
			...{ officeId: finding.officeId, title: finding.message, day: finding[what] },
			...{ note: finding.clearedOn ? '已消除' : '仍然存在', path: `/workbench/monitoring/findings/${finding.id}` },
		}));
}

function itemsWith(flag: ItemFigure): Source {
	return async ({ reader, period }) =>
		(await selectItemFlags(reader, scopeOf(reader.actor), period))
			.filter((item) => item[flag])
			.map(({ officeId, message, state, dueOn, issuedOn, rectificationId }) => ({
				...{ officeId, title: message, note: `${itemWorkflow.states[state].label}，期限${dueOn}`, day: issuedOn },
				path: `/workbench/rectifications/${rectificationId}`,
			}));
}

const columnsWith =
	(figure: ColumnFigure): Source =>
	async ({ reader }) =>
		(await boardColumns(reader)).filter(({ of }) => of.has(figure)).map(({ record }) => record);

const voicesWith =
	(key: VoiceKey): Source =>
	async ({ reader, officeIds, period }) =>
		await voiceRecords(reader, key, officeIds, period);

function each<K extends string>(keys: readonly K[], labelOf: (key: K) => string, sourceOf: (key: K) => Source) {
	return keys.map((key) => [key, { label: labelOf(key), records: sourceOf(key) }] as const);
}

/** Every figure of the board but the documents, which are read page by page. */
const SOURCES: ReadonlyMap<string, { label: string; records: Source }> = new Map([
	['late', { label: '超期公开', records: late }],
	['applications', { label: '办结申请', records: applications }],
	['applicationsOverdue', { label: '申请逾期', records: applicationsOverdue }],
	['found', { label: '发现问题', records: findingsWithin('firstSeen') }],
	['cleared', { label: '消除问题', records: findingsWithin('clearedOn') }],
	...each(Object.keys(ITEM_LABELS) as ItemFigure[], (key) => ITEM_LABELS[key], itemsWith),
	...each(Object.keys(COLUMN_LABELS) as ColumnFigure[], (key) => COLUMN_LABELS[key], columnsWith),
	...each(Object.keys(VOICES) as VoiceKey[], (key) => VOICES[key].label, voicesWith),
]);

export const FIGURE_KEYS = ['published', ...SOURCES.keys()] as [string, ...string[]];

export interface RecordsAsk {
	figure: string;
	officeId?: number | undefined;
	outcome: string;
	period: { from: string; to: string };
	page: number;
	pageSize: number;
}

/**
 * The records a figure of the board counts, of one office or of all the reader sees: exactly as many as the figure says.
 */
export async function boardRecords(reader: Reader, { figure, officeId, outcome, period, page, pageSize }: RecordsAsk) {
	const scope = scopeOf(reader.actor);
	const offices = (await listOffices(reader)).filter(
		({ id }) =>
			(scope.kind === 'all' || (scope.kind === 'office' && scope.officeId === id)) &&
			(officeId === undefined || officeId === id),
	);
	const names = new Map(offices.map(({ id, shortName }) => [id, shortName]));
	const officeIds = new Set(names.keys());
	const at = { limit: pageSize, offset: (page - 1) * pageSize };
	const named = (row: BoardRecord) => ({ ...row, officeName: names.get(row.officeId) ?? '' });
	const source = SOURCES.get(figure);
	if (!source) {
		const found = await publishedWithin(reader, [...officeIds], period, at);
		return { label: '公开信息', total: found.total, rows: found.rows.map(publishedRecord).map(named) };
	}
	const all = (await source.records({ reader, officeIds, period, outcome })).filter((row) =>
		officeIds.has(row.officeId),
	);
	return { label: source.label, total: all.length, rows: all.slice(at.offset, at.offset + at.limit).map(named) };
}

type Published = Awaited<ReturnType<typeof publishedWithin>>['rows'][number];

function publishedRecord({ documentId, officeId, title, documentNumber, publishedAt }: Published): BoardRecord {
	return { officeId, title, note: documentNumber, day: civilDay(publishedAt), path: `/d/${documentId}` };
}
