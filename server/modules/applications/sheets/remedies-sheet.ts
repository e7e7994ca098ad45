import { CLAIMANTS, REMEDY_ORDERS, REMEDY_RESULTS, REMEDY_SUBJECTS, REMEDY_TRACKS } from '../model.ts';
import type { RemedyLine } from '../queries/remedies.ts';
import { type ListColumn, writeList } from './list-sheet.ts';

const COLUMNS: readonly ListColumn<RemedyLine>[] = [
	{ header: '机关', width: 16, value: ({ officeName }) => officeName },
	{ header: '类型', width: 18, value: ({ track }) => REMEDY_TRACKS[track] },
	{ header: '案号', width: 26, value: ({ caseNumber }) => caseNumber },
	{ header: '复议机关或者法院', width: 24, value: ({ body }) => body },
	{ header: '提起人', width: 10, value: ({ claimant }) => CLAIMANTS[claimant] },
	{ header: '起因', width: 12, value: ({ about }) => REMEDY_SUBJECTS[about] },
	{ header: '涉及的申请、信息或者事项', width: 44, value: ({ title }) => title },
	{ header: '收到副本', width: 12, value: ({ receivedOn }) => receivedOn },
	{ header: '答复、答辩期限', width: 14, value: ({ reply }) => reply.dueOn },
	{ header: '答复、答辩日期', width: 14, value: ({ reply }) => reply.repliedOn ?? '' },
	{ header: '答复是否逾期', width: 10, value: ({ reply }) => (reply.late ? '逾期' : '') },
	{ header: '审结日期', width: 12, value: ({ closedOn }) => closedOn ?? '' },
	{ header: '结果', width: 12, value: ({ result }) => (result ? REMEDY_RESULTS[result] : '尚未审结') },
	{ header: '责令履行', width: 16, value: ({ order }) => (order ? REMEDY_ORDERS[order.kind] : '') },
	{ header: '履行期限', width: 12, value: ({ order }) => order?.dueOn ?? '' },
	{ header: '履行日期', width: 12, value: ({ order }) => order?.doneOn ?? '' },
	{ header: '履行是否逾期', width: 10, value: ({ order }) => (order?.late ? '逾期' : '') },
];

/** 复议诉讼登记簿 as a sheet: the proof of table 4, without any column that tells who brought a case. */
export async function writeRemedies(rows: readonly RemedyLine[]): Promise<Uint8Array> {
	return await writeList('复议诉讼登记簿', COLUMNS, rows);
}
