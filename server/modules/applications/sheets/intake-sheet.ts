import type { RowSheet, SheetRow } from '../../../platform/row-sheet.ts';
import { ID_KINDS } from '../identity/applicant.ts';
import { APPLICANT_KINDS, CHANNELS, DELIVERIES, FORMS } from '../model.ts';

/** As many as are registered in one go, each with its receipt. */
export const MAX_ROWS = 100;

const channels = Object.entries(CHANNELS).flatMap(([key, { label }]) => (key === 'portal' ? [] : [label]));

/** 批量登记: applications that came on paper, by post, fax or e-mail, a row each. */
export const INTAKE_SHEET = {
	title: '申请登记',
	counted: ['件', '申请'],
	maxRows: MAX_ROWS,
	columns: [
		{ field: 'channel', header: '提交渠道', required: true, width: 18, example: '邮寄（签收）', choices: channels },
		{ field: 'submittedOn', header: '提交日期', required: true, width: 14, example: '2026-06-01' },
		{ field: 'arrivedOn', header: '收到日期', width: 14, example: '2026-06-03' },
		{ field: 'confirmedOn', header: '确认日期', width: 14, example: '' },
		{
			field: 'applicantKind',
			header: '申请人类型',
			required: true,
			width: 16,
			example: '自然人',
			choices: Object.values(APPLICANT_KINDS),
		},
		{ field: 'name', header: '姓名或者名称', required: true, width: 20, example: '（示例）张某某' },
		{ field: 'idKind', header: '证件类型', width: 18, example: '居民身份证', choices: Object.values(ID_KINDS) },
		{ field: 'idNumber', header: '证件号码', width: 22, example: '' },
		{ field: 'creditCode', header: '统一社会信用代码', width: 22, example: '' },
		{ field: 'contactPerson', header: '联系人', width: 12, example: '' },
		{ field: 'phone', header: '联系电话', width: 16, example: '' },
		{ field: 'email', header: '电子邮箱', width: 22, example: '' },
		{ field: 'address', header: '联系地址', width: 30, example: '' },
		{ field: 'title', header: '所需政府信息', required: true, width: 40, example: '2025年农村道路养护资金使用情况' },
		{ field: 'documentNumber', header: '文号', width: 18, example: '' },
		{ field: 'features', header: '其他特征', width: 30, example: '' },
		{ field: 'form', header: '形式要求', width: 12, example: '纸面', choices: Object.values(FORMS) },
		{ field: 'delivery', header: '获取方式', width: 16, example: '邮寄', choices: Object.values(DELIVERIES) },
	],
	help: [
		`每行一件申请，一次最多${MAX_ROWS}件；第二行是示例，请改写或者删除。带 * 的列必须填写。`,
		'提交日期：当面提交、寄出、发出的日期；收到日期：签收或者收到的日期，当面和口头提交的不填。日期写作 2026-06-01。',
		'邮寄（无需签收）、传真、电子邮件提交的，与申请人确认之日为收到申请之日（《条例》第三十一条），已经确认的填写确认日期。',
		'申请人是自然人的填写证件类型和号码，是法人或者其他组织的填写统一社会信用代码和联系人。',
		'先上传检查；没有问题后再登记。有任何一行不正确时，不会登记任何一件。表格读取后不保存。',
	],
} as const satisfies RowSheet<string>;

export type IntakeField = (typeof INTAKE_SHEET)['columns'][number]['field'];
export type IntakeRow = SheetRow<IntakeField>;
