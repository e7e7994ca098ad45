import { APPLICANT_KINDS, CHANNELS } from '../model.ts';
import type { ApplicationSummary } from '../queries/summaries.ts';
import { type ListColumn, writeList } from './list-sheet.ts';

const COLUMNS: readonly ListColumn<ApplicationSummary>[] = [
	{ header: '申请编号', width: 24, value: ({ number }) => number ?? '（草稿）' },
	{ header: '受理机关', width: 16, value: ({ officeName }) => officeName },
	{ header: '提交渠道', width: 14, value: ({ channel }) => CHANNELS[channel].label },
	{ header: '申请人类型', width: 14, value: ({ applicantKind }) => APPLICANT_KINDS[applicantKind] },
	{ header: '申请内容', width: 44, value: ({ title }) => title },
	{ header: '到件日期', width: 12, value: ({ arrivedOn }) => arrivedOn },
	{ header: '收到日期', width: 12, value: ({ receivedOn }) => receivedOn ?? '' },
	{ header: '答复期限', width: 12, value: ({ state, dueOn }) => (state === 'left' ? '' : (dueOn ?? '')) },
	{ header: '状态', width: 16, value: ({ stateLabel }) => stateLabel },
	{ header: '办理结果', width: 24, value: ({ outcomeName }) => outcomeName },
	{ header: '办结日期', width: 12, value: ({ concludedOn }) => concludedOn ?? '' },
	{ header: '是否逾期', width: 10, value: ({ late, overdueDays }) => (late || overdueDays > 0 ? '逾期' : '') },
	{ header: '经办人', width: 12, value: ({ handlerName }) => handlerName },
];

/** The register as the paper one looks, without any column that tells who applied. */
export async function writeRegister(rows: readonly ApplicationSummary[]): Promise<Uint8Array> {
	return await writeList('依申请公开登记台账', COLUMNS, rows);
}
